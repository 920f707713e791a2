package io.obox.auth.internal.administration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.obox.user.Quota;
import org.jspecify.annotations.Nullable;

/**
 * How much one account may have, where that differs from what all may.
 *
 * @param vms virtual machines; null for as many as all may have, as are the others
 * @param vcpus their processors together
 * @param memoryMib their memory together in MiB
 * @param diskGib their disks together in GiB
 */
public record QuotaOverride(
        @Nullable Long vms,
        @Nullable Long vcpus,
        @Nullable Long memoryMib,
        @Nullable Long diskGib) {
    /** What all may have. */
    public static final QuotaOverride NONE = new QuotaOverride(null, null, null, null);

    /** What an account may have for which this is said, where all may have {@code common}. */
    @JsonIgnore
    public Quota over(Quota common) {
        return new Quota(
                vms == null ? common.vms() : vms,
                vcpus == null ? common.vcpus() : vcpus,
                memoryMib == null ? common.memoryMib() : memoryMib,
                diskGib == null ? common.diskGib() : diskGib);
    }
}
