package io.obox.vm;

import io.obox.event.Attribute;
import io.obox.event.Topic;
import java.time.Instant;
import java.util.List;

/** What is told of VMs, to their owners and to administrators. */
public final class VmEvents {
    /** The VMs. */
    public static final Topic<VmEvents> TOPIC = Topic.of("vm");

    /** VMs that come into the bin, change there or leave it; what has become of them has to be asked for. */
    public static final Topic<VmEvents> BIN = Topic.of("bin");

    /** {@link Vm#name}. */
    public static final Attribute<VmEvents, String> NAME = TOPIC.text("name");

    /** {@link Vm#tags}. */
    public static final Attribute<VmEvents, List<String>> TAGS = TOPIC.texts("tags");

    /** {@link Vm#isProtected}. */
    public static final Attribute<VmEvents, Boolean> PROTECTED = TOPIC.flag("protected");

    /** {@link Vm#state}. */
    public static final Attribute<VmEvents, VmState> STATE = TOPIC.constant("state", VmState.class);

    /** {@link Vm#desiredPower}. */
    public static final Attribute<VmEvents, DesiredPower> DESIRED_POWER =
            TOPIC.constant("desiredPower", DesiredPower.class);

    /** {@link Vm#addresses}. */
    public static final Attribute<VmEvents, List<String>> ADDRESSES = TOPIC.texts("addresses");

    /** {@link Vm#startedAt}. */
    public static final Attribute<VmEvents, Instant> STARTED_AT = TOPIC.time("startedAt");

    private VmEvents() {}
}
