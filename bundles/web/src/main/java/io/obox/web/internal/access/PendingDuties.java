package io.obox.web.internal.access;

import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.access.Pending;
import io.obox.web.internal.message.WebMessage;
import io.obox.web.internal.message.WebProblem;
import java.util.Set;

/** What an account must do before it is let in everywhere. */
public final class PendingDuties {
    private PendingDuties() {}

    /**
     * Refuses a caller who owes more than may be owed here.
     *
     * @throws ProblemException {@code password-change-required}, {@code email-unverified}, {@code second-factor-required}
     */
    public static void check(Caller caller, Set<Pending> allowed) {
        if (caller.mustChangePassword() && !allowed.contains(Pending.PASSWORD_CHANGE)) {
            throw new ProblemException(WebProblem.PASSWORD_CHANGE_REQUIRED
                    .of(WebMessage.PASSWORD_FIRST.with())
                    .withRemedy(WebMessage.CHANGE_IT.with()));
        }
        if (caller.mustVerifyEmail() && !allowed.contains(Pending.VERIFICATION)) {
            throw new ProblemException(WebProblem.EMAIL_UNVERIFIED
                    .of(WebMessage.EMAIL_FIRST.with())
                    .withRemedy(WebMessage.FOLLOW_LINK.with()));
        }
        if (caller.mustEnrolSecondFactor() && !allowed.contains(Pending.SECOND_FACTOR)) {
            throw new ProblemException(WebProblem.SECOND_FACTOR_REQUIRED
                    .of(WebMessage.SECOND_FACTOR_FIRST.with())
                    .withRemedy(WebMessage.SET_IT_UP.with()));
        }
    }
}
