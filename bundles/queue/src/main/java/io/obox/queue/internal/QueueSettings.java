package io.obox.queue.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings under {@code io.obox.queue}. A change takes effect at once. */
@ObjectClassDefinition(pid = "io.obox.queue", name = "Jobs", description = "How this node runs jobs.")
public @interface QueueSettings {
    /** How many jobs run at once. */
    @AttributeDefinition(
            name = "Workers",
            description = "How many jobs this node runs at once; 0 for a node that only submits them",
            min = "0")
    int workers() default 8;

    /** What this node is called. */
    @AttributeDefinition(
            name = "Node",
            description = "What this node is called, unique among the nodes; empty for the name of the machine")
    String node() default "";

    /** Duration of a lease. */
    @AttributeDefinition(
            name = "Lease in seconds",
            description = "After how long without a sign of life a worker's jobs are given to others",
            min = "3")
    int leaseSeconds() default 30;

    /** Period of the sweeper. */
    @AttributeDefinition(
            name = "Sweep period in milliseconds",
            description = "How often the ledger is searched for work that nobody announced",
            min = "50")
    int sweepMillis() default 1000;

    /** How long finished jobs are kept. */
    @AttributeDefinition(
            name = "Keep for days",
            description = "After how many days finished jobs and their logs are deleted; 0 for never",
            min = "0")
    int keepDays() default 30;

    /** How many finished jobs are kept. */
    @AttributeDefinition(
            name = "Keep jobs",
            description = "How many finished jobs are kept at most, the newest ones; 0 for any number",
            min = "0")
    int keepJobs() default 100_000;
}
