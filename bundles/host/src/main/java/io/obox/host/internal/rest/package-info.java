/** The REST resource, which only translates. */
@org.jspecify.annotations.NullMarked
package io.obox.host.internal.rest;
