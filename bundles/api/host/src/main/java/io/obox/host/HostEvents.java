package io.obox.host;

import io.obox.event.Attribute;
import io.obox.event.Topic;
import java.util.List;

/** What is told of hosts, to every user: not how they are reached, and not each VM that is placed on them. */
public final class HostEvents {
    /** The hosts. */
    public static final Topic<HostEvents> TOPIC = Topic.of("host");

    /** {@link Host#state}. */
    public static final Attribute<HostEvents, HostState> STATE = TOPIC.constant("state", HostState.class);

    /** {@link Host#name}. */
    public static final Attribute<HostEvents, String> NAME = TOPIC.text("name");

    /** The processors of {@link Host#total}. */
    public static final Attribute<HostEvents, Long> CPUS = TOPIC.number("cpus");

    /** The memory of {@link Host#total} in MiB. */
    public static final Attribute<HostEvents, Long> MEMORY_MIB = TOPIC.number("memoryMib");

    /** The storage of {@link Host#total} in GiB. */
    public static final Attribute<HostEvents, Long> STORAGE_GIB = TOPIC.number("storageGib");

    /** {@link Host#capabilities}, sorted. */
    public static final Attribute<HostEvents, List<String>> CAPABILITIES = TOPIC.texts("capabilities");

    /** {@link Host#accelerated}. */
    public static final Attribute<HostEvents, Boolean> ACCELERATED = TOPIC.flag("accelerated");

    private HostEvents() {}
}
