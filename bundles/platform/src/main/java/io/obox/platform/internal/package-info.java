/**
 * Replaces a bundle while it is in use. The successor is started beside the running version, takes over by its higher
 * service ranking, and only then is the old version drained and stopped. Whatever fails before that leaves the old version
 * serving as if nothing had happened.
 */
@org.jspecify.annotations.NullMarked
package io.obox.platform.internal;
