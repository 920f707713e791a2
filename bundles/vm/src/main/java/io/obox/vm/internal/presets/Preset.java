package io.obox.vm.internal.presets;

import io.obox.version.Versioned;

/**
 * A size that people can choose instead of saying its parts. A VM that was made with it remembers nothing of it.
 *
 * @param name what it is called, which no other is
 * @param version grows with each replacement
 */
public record Preset(String name, int vcpus, int memoryMib, int diskGib, long version) implements Versioned {}
