/** The provisioners that are there, and the way in which calls reach them. */
@org.jspecify.annotations.NullMarked
package io.obox.host.internal.link;
