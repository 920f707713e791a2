package io.obox.vm.internal.vms;

import java.time.Instant;

/**
 * That a VM is in the bin.
 *
 * @param since when it was put there
 * @param expiresAt when it goes for good
 * @param purging whether a job takes it away for good
 */
public record InBin(Instant since, Instant expiresAt, boolean purging) {}
