/** Images: the files that are there, the rows that tell of them, and what is read out of their headers. */
@org.jspecify.annotations.NullMarked
package io.obox.image.internal.catalogue;
