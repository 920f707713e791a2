package io.obox.web.internal.access;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.Credential;
import io.obox.user.Scope;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Pending;
import io.obox.web.internal.message.HttpMessage;
import io.obox.web.internal.message.WebMessage;
import java.lang.reflect.AnnotatedElement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operation declares of its access, held against who calls it. Whose things a caller gets to is decided by the domain
 * services.
 *
 * @param to whom it serves
 * @param scope what an API token needs, or {@link Access#NO_TOKEN}
 * @param pending what the caller's account may owe
 */
public record AccessRule(Audience to, String scope, Set<Pending> pending) {
    /** Of what declares nothing. */
    private static final AccessRule UNDECLARED = new AccessRule(Audience.USERS, Access.NO_TOKEN, Set.of());

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** The rule that a resource method or a servlet declares, or the narrow one of what declares none. */
    public static AccessRule of(AnnotatedElement operation) {
        Access declared = operation.getAnnotation(Access.class);
        return declared == null
                ? UNDECLARED
                : new AccessRule(declared.to(), declared.scope(), Set.of(declared.pending()));
    }

    /**
     * Refuses whom the operation does not serve.
     *
     * @param caller null where nobody is logged in
     * @param method of the request
     * @throws ProblemException {@code unauthenticated}, {@code forbidden}, {@code password-change-required},
     *     {@code email-unverified}
     */
    public void check(@Nullable Caller caller, String method) {
        if (to == Audience.ANYBODY) {
            return;
        }
        if (caller == null) {
            throw new ProblemException(Problem.unauthenticated(HttpMessage.LOGIN_NEEDED.with()));
        }
        PendingDuties.check(caller, pending);
        checkScope(caller, method);
        if (to != Audience.USERS && !caller.isAdmin()) {
            throw new ProblemException(Problem.forbidden(WebMessage.ADMINS_ONLY.with()));
        }
    }

    private void checkScope(Caller caller, String method) {
        if (scope.equals(Access.NO_TOKEN)) {
            if (caller.credential() == Credential.TOKEN) {
                throw new ProblemException(Problem.forbidden(WebMessage.NO_TOKENS.with()));
            }
            require(caller, READING.contains(method) ? Scope.READ : Scope.WRITE);
        } else if (!caller.scopes().contains(new Scope(action()))) {
            require(caller, new Scope(scope));
        }
    }

    /** What a credential that is good for everything has in place of the scope of a resource. */
    private String action() {
        return scope.substring(scope.indexOf(':') + 1);
    }

    private static void require(Caller caller, Scope needed) {
        if (!caller.scopes().contains(needed)) {
            throw new ProblemException(Problem.forbidden(WebMessage.SCOPE.with(needed.name())));
        }
    }
}
