package io.obox.auth.internal.account;

import io.obox.auth.internal.message.TokenMessage;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.Credential;

/** What people do themselves: a token that got lost must not make others, nor lock its owner out. */
public final class InPerson {
    private InPerson() {}

    /**
     * Refuses a caller who came by a token, whatever it is good for.
     *
     * @throws ProblemException {@code forbidden}
     */
    public static void require(Caller caller) {
        if (caller.credential() == Credential.TOKEN) {
            throw new ProblemException(Problem.forbidden(TokenMessage.NOT_BY_TOKEN.with())
                    .withRemedy(TokenMessage.LOG_IN_YOURSELF.with()));
        }
    }
}
