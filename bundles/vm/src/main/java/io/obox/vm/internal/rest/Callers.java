package io.obox.vm.internal.rest;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import jakarta.ws.rs.core.SecurityContext;

/** Who makes a request. */
final class Callers {
    private Callers() {}

    static Caller of(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new ProblemException(Problem.unauthenticated("Nobody is logged in here."));
    }
}
