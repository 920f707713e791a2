package io.obox.vm.internal.rest;

/** Of everything that is counted, how much somebody has and may have. */
public record UsageDocument(UsageShare vms, UsageShare vcpus, UsageShare memoryMib, UsageShare diskGib) {}
