package io.obox.vm.internal.vms;

import io.obox.vm.TagCount;

/** A tag with its VMs, which Jackson writes as it is. */
public record CountedTag(String tag, long vms, long exact) implements TagCount {}
