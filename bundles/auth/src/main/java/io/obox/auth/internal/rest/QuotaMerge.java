package io.obox.auth.internal.rest;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.obox.auth.internal.administration.QuotaOverride;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A merge patch (RFC 7396) of what one account may have; null for what all may. */
public final class QuotaMerge {
    private UnaryOperator<QuotaOverride> change = UnaryOperator.identity();

    /** Sets how many virtual machines. */
    @JsonSetter
    public void setVms(@Nullable Long most) {
        then(old -> new QuotaOverride(most, old.vcpus(), old.memoryMib(), old.diskGib()));
    }

    /** Sets how many processors. */
    @JsonSetter
    public void setVcpus(@Nullable Long most) {
        then(old -> new QuotaOverride(old.vms(), most, old.memoryMib(), old.diskGib()));
    }

    /** Sets how much memory. */
    @JsonSetter
    public void setMemoryMib(@Nullable Long most) {
        then(old -> new QuotaOverride(old.vms(), old.vcpus(), most, old.diskGib()));
    }

    /** Sets how much disk. */
    @JsonSetter
    public void setDiskGib(@Nullable Long most) {
        then(old -> new QuotaOverride(old.vms(), old.vcpus(), old.memoryMib(), most));
    }

    private void then(UnaryOperator<QuotaOverride> next) {
        UnaryOperator<QuotaOverride> before = change;
        change = quota -> next.apply(before.apply(quota));
    }

    UnaryOperator<QuotaOverride> change() {
        return change;
    }
}
