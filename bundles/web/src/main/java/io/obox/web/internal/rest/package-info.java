/**
 * The REST application: a Jakarta REST whiteboard whose resources come from any bundle. A change of its resources is built
 * beside what serves and then takes its place in one step, so that no request waits for it and none is refused.
 */
@org.jspecify.annotations.NullMarked
package io.obox.web.internal.rest;
