package io.obox.auth.internal.rest;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.obox.auth.internal.administration.QuotaOverride;
import io.obox.auth.internal.administration.Standing;
import io.obox.auth.internal.message.AccountMessage;
import io.obox.problem.FieldValues;
import io.obox.user.Role;
import io.obox.user.UserState;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A merge patch (RFC 7396) of what administrators decide of an account: what it does not name stays. */
public final class UserMerge {
    private UnaryOperator<Standing> change = UnaryOperator.identity();

    /** Sets what the account may do. */
    @JsonSetter
    public void setRole(@Nullable Role role) {
        Role wanted = needed(role, "/role");
        then(old -> new Standing(wanted, old.state(), old.quota()));
    }

    /** Turns the account on or off. */
    @JsonSetter
    public void setState(@Nullable UserState state) {
        UserState wanted = needed(state, "/state");
        then(old -> new Standing(old.role(), wanted, old.quota()));
    }

    /** Sets what it may have, or has it have what all may. */
    @JsonSetter
    public void setQuota(@Nullable QuotaMerge quota) {
        UnaryOperator<QuotaOverride> merge = quota == null ? old -> QuotaOverride.NONE : quota.change();
        then(old -> new Standing(old.role(), old.state(), merge.apply(old.quota())));
    }

    private void then(UnaryOperator<Standing> next) {
        UnaryOperator<Standing> before = change;
        change = standing -> next.apply(before.apply(standing));
    }

    private static <T> T needed(@Nullable T value, String pointer) {
        if (value == null) {
            throw FieldValues.refused(pointer, AccountMessage.VALUE_NEEDED.with());
        }
        return value;
    }

    UnaryOperator<Standing> change() {
        return change;
    }
}
