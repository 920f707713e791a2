package io.obox.settings.internal.rest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch (RFC 7396) of a group of settings.
 *
 * @param values texts, whole numbers and truth values by the settings' names; null to have again what each node says
 */
public record SettingsMerge(@Nullable Map<String, @Nullable Object> values) {}
