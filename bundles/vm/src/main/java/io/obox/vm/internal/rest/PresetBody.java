package io.obox.vm.internal.rest;

import io.obox.vm.internal.presets.Presets;
import org.jspecify.annotations.Nullable;

/** The body of a request to keep a size under a name. */
public record PresetBody(
        @Nullable Integer vcpus,
        @Nullable Integer memoryMib,
        @Nullable Integer diskGib) {
    Presets.Asked asked() {
        return new Presets.Asked(vcpus, memoryMib, diskGib);
    }
}
