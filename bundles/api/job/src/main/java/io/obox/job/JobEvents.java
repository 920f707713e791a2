package io.obox.job;

import io.obox.event.Attribute;
import io.obox.event.Topic;

/** What is told of jobs, to their owners and to administrators. Changes that follow each other closely become one event. */
public final class JobEvents {
    /** The jobs. */
    public static final Topic<JobEvents> TOPIC = Topic.of("job");

    /** {@link Job#state}. */
    public static final Attribute<JobEvents, JobState> STATE = TOPIC.constant("state", JobState.class);

    private JobEvents() {}
}
