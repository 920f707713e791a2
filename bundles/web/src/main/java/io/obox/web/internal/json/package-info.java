/** JSON bodies: how they are written, how strictly they are read, and what is said of a bad one. */
@org.jspecify.annotations.NullMarked
package io.obox.web.internal.json;
