package io.obox.settings;

import io.obox.version.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The settings under one PID. Immutable. Jackson writes it as the document that REST answers with. */
@ProviderType
public interface SettingGroup extends Versioned {
    /** Where the settings are configured. */
    String pid();

    /** What people call them, in English. */
    String name();

    /** What in them can be set. */
    List<? extends Setting> settings();

    /** What is in effect on this node: texts, whole numbers and truth values by the settings' names. No secrets. */
    Map<String, Object> values();

    /** When one of them was last changed here, or null for never. */
    @Nullable
    Instant changedAt();

    /** The e-mail address of whoever did that, or null for never. */
    @Nullable
    String changedBy();

    /** 0 for one that was never changed here. */
    @Override
    long version();
}
