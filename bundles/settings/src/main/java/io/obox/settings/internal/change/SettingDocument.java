package io.obox.settings.internal.change;

import io.obox.settings.Setting;
import io.obox.settings.SettingOrigin;
import io.obox.settings.SettingType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A setting as it is shown. */
public record SettingDocument(
        String name,
        String label,
        String description,
        SettingType type,
        List<String> options,
        @Nullable Long minimum,
        @Nullable Long maximum,
        SettingOrigin origin,
        @Nullable Object former,
        boolean present)
        implements Setting {}
