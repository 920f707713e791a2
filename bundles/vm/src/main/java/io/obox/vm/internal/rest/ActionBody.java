package io.obox.vm.internal.rest;

import io.obox.job.JobPriority;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to change a VM's power.
 *
 * @param action in lower case
 */
public record ActionBody(@Nullable String action, @Nullable JobPriority priority) {}
