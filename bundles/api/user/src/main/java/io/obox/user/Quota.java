package io.obox.user;

/**
 * How much one user may have at most.
 *
 * @param vms virtual machines
 * @param vcpus their processors together
 * @param memoryMib their memory together in MiB
 * @param diskGib their disks together in GiB
 */
public record Quota(long vms, long vcpus, long memoryMib, long diskGib) {}
