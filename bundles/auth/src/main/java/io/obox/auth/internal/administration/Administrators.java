package io.obox.auth.internal.administration;

import io.obox.auth.internal.account.AccountLife;
import io.obox.auth.internal.message.AccountMessage;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.message.AuthProblem;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Those who may administer, of whom there is always one. */
@Component(service = Administrators.class)
public final class Administrators {
    private final AccountLife life;

    /** Within the bundle. */
    @Activate
    public Administrators(@Reference AccountLife life) {
        this.life = life;
    }

    /**
     * Refuses whoever is no administrator.
     *
     * @throws ProblemException {@code forbidden}
     */
    public static void require(Caller caller) {
        if (!caller.isAdmin()) {
            throw forbidden();
        }
    }

    /**
     * Lets an administrator change accounts, whom nobody can take that from until the transaction ends. What this node remembers
     * of the caller is not enough: of two who turn each other off at once only one may.
     *
     * @throws ProblemException {@code forbidden}
     */
    public void admit(Caller caller) {
        require(caller);
        if (!life.lockAdministrators().contains(caller.userId())) {
            throw forbidden();
        }
    }

    /**
     * Refuses that this account no longer administers, if nobody else would.
     *
     * @throws ProblemException {@code last-administrator}
     */
    public void spare(UUID id) {
        if (life.isLastAdministrator(id)) {
            throw new ProblemException(AuthProblem.LAST_ADMINISTRATOR
                    .of(AuthMessage.LAST_ADMINISTRATOR.with())
                    .withRemedy(AuthMessage.MAKE_ANOTHER.with()));
        }
    }

    private static ProblemException forbidden() {
        return new ProblemException(Problem.forbidden(AccountMessage.ADMINISTRATORS_ONLY.with()));
    }
}
