/**
 * What every request passes first, whatever serves it in the end: its id, the security headers, the refusal of foreign
 * pages, the caller's identity, and the last resort for errors that nobody has told of.
 */
@org.jspecify.annotations.NullMarked
package io.obox.web.internal.gateway;
