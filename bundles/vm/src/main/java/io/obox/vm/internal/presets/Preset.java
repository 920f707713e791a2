package io.obox.vm.internal.presets;

/**
 * A size that people can choose instead of saying its parts. A VM that was made with it remembers nothing of it.
 *
 * @param name what it is called, which no other is
 */
public record Preset(String name, int vcpus, int memoryMib, int diskGib) {}
