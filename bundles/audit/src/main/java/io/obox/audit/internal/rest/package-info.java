/** Records over HTTP. */
@org.jspecify.annotations.NullMarked
package io.obox.audit.internal.rest;
