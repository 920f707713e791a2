package io.obox.platform.internal.settings;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be set of the replacement of bundles, under the PID {@code io.obox.platform}. */
@ObjectClassDefinition(name = "OBox platform")
public @interface PlatformSettings {
    /** The node's name. */
    @AttributeDefinition(name = "Node", description = "The name of this node, unique; empty for the machine's")
    String node() default "";

    /** Whether this node runs jobs; where it does not, replacements are driven without one. */
    @AttributeDefinition(name = "Jobs", description = "Whether this node runs jobs")
    boolean jobs() default true;

    /** How long a new version may take to be whole. */
    @AttributeDefinition(
            name = "Seconds to start",
            description =
                    "After how many seconds a new version that is not whole is refused, where it is tried and where it"
                            + " starts; one that hangs where it is tried has half of that to stop"
                            + ". Less than 4 counts as 4.",
            min = "4")
    int startSeconds() default 30;

    /** How long finished replacements are kept. */
    @AttributeDefinition(
            name = "Keep for days",
            description = "After how many days finished replacements are deleted, but for the last one of each bundle"
                    + " on each node; 0 for never",
            min = "0")
    int keepDays() default 90;
}
