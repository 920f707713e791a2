/** The job queue: the service that other bundles submit to, and the settings. Its parts are the packages below. */
@org.jspecify.annotations.NullMarked
package io.obox.queue.internal;
