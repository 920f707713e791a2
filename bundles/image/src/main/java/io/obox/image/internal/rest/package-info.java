/** The REST resource, which only translates. */
@org.jspecify.annotations.NullMarked
package io.obox.image.internal.rest;
