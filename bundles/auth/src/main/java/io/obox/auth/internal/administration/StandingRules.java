package io.obox.auth.internal.administration;

import io.obox.auth.internal.field.FieldErrors;
import io.obox.auth.internal.message.AccountMessage;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.UserState;
import org.jspecify.annotations.Nullable;

/** What can become of an account. */
public final class StandingRules {
    /** More of anything than there is; sums of it still fit. */
    private static final long MOST = 1_000_000_000_000L;

    private StandingRules() {}

    /**
     * What becomes of it.
     *
     * @param unconfirmed whether its address is still to be confirmed, which nobody but its user can do
     */
    static Standing accept(Standing present, Standing wanted, boolean unconfirmed) {
        FieldErrors errors = new FieldErrors();
        check(wanted.quota(), errors);
        errors.throwIfAny();
        return new Standing(wanted.role(), state(present.state(), wanted.state(), unconfirmed), wanted.quota());
    }

    private static UserState state(UserState present, UserState wanted, boolean unconfirmed) {
        if (wanted == present || wanted == UserState.DISABLED) {
            return wanted;
        }
        if (present == UserState.DISABLED && (unconfirmed || wanted == UserState.ACTIVE)) {
            return unconfirmed ? UserState.UNVERIFIED : UserState.ACTIVE;
        }
        throw new ProblemException(Problem.stateConflict(
                (unconfirmed ? AccountMessage.ADDRESS_UNCONFIRMED : AccountMessage.ADDRESS_CONFIRMED).with()));
    }

    /** Tells of faults of what an account is to have. */
    public static void check(QuotaOverride quota, FieldErrors errors) {
        check(quota.vms(), "/quota/vms", errors);
        check(quota.vcpus(), "/quota/vcpus", errors);
        check(quota.memoryMib(), "/quota/memoryMib", errors);
        check(quota.diskGib(), "/quota/diskGib", errors);
    }

    private static void check(@Nullable Long amount, String pointer, FieldErrors errors) {
        errors.addIf(amount != null && (amount < 0 || amount > MOST), pointer, AccountMessage.AMOUNT.with(MOST));
    }
}
