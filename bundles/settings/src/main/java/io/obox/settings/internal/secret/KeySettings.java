package io.obox.settings.internal.secret;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** With what secrets are encrypted, under the PID {@link #PID}. */
@ObjectClassDefinition(pid = KeySettings.PID, name = "OBox settings")
public @interface KeySettings {
    /** Where the settings are configured. */
    String PID = "io.obox.settings";

    /** The key, the same on all nodes. */
    @AttributeDefinition(
            name = "Key",
            description =
                    "32 bytes in Base64, the same on all nodes; empty for a key of this node's own, in its data folder",
            type = AttributeType.PASSWORD)
    String key() default "";

    /** The data folder; that of the platform if empty. */
    @AttributeDefinition(name = "Data folder; empty for the platform's own")
    String data() default "";
}
