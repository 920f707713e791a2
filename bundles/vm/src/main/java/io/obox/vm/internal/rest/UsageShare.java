package io.obox.vm.internal.rest;

/** Of one thing, how much somebody has and may have. */
public record UsageShare(long used, long limit) {}
