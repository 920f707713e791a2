/** What follows from a change of a job: events for people, offers for workers. */
@org.jspecify.annotations.NullMarked
package io.obox.queue.internal.change;
