/** The handlers of other bundles: which kinds can be done at the moment, by whom, and who is told of a job's end. */
@org.jspecify.annotations.NullMarked
package io.obox.queue.internal.handler;
