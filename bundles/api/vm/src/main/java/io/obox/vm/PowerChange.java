package io.obox.vm;

import io.obox.job.JobPriority;
import io.obox.version.ExpectedVersion;
import org.jspecify.annotations.Nullable;

/**
 * A request to change a VM's power.
 *
 * @param priority of its job, or null for the usual one
 * @param idempotencyKey the caller's own name for this request: repeated within 24 hours it gives the first answer
 * @param expected the version of the VM that it is meant for
 */
public record PowerChange(
        PowerAction action,
        @Nullable JobPriority priority,
        @Nullable String idempotencyKey,
        ExpectedVersion expected) {
    /** Nothing but the action. */
    public static PowerChange of(PowerAction action) {
        return new PowerChange(action, null, null, ExpectedVersion.UNSTATED);
    }
}
