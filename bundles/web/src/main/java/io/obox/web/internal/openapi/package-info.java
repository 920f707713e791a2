/** The description of the REST API, which is made from its code at build time. */
@org.jspecify.annotations.NullMarked
package io.obox.web.internal.openapi;
