package io.obox.vm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to change of a VM; null leaves a thing as it is. */
public record VmPatch(@Nullable String name, @Nullable List<String> tags) {}
