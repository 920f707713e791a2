package io.obox.settings.internal.change;

import io.obox.settings.SettingGroup;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A group as it is shown. */
public record SettingGroupDocument(
        String pid,
        String name,
        List<SettingDocument> settings,
        Map<String, Object> values,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        long version)
        implements SettingGroup {}
