package io.obox.host;

/**
 * What a host has, or what of it is promised to VMs.
 *
 * @param vcpus processors
 * @param memoryMib memory in MiB
 * @param diskGib storage in GiB
 */
public record Capacity(int vcpus, long memoryMib, long diskGib) {
    /** Nothing. */
    public static final Capacity NONE = new Capacity(0, 0, 0);
}
