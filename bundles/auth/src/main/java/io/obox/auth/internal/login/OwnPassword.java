package io.obox.auth.internal.login;

import io.obox.auth.internal.account.Account;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.account.InPerson;
import io.obox.auth.internal.limit.AttemptLimit;
import io.obox.auth.internal.limit.Attempts;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.password.PasswordHasher;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks people for their password once more, before what a stranger at their browser must not do. */
@Component(service = OwnPassword.class)
public final class OwnPassword {
    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final AttemptLimit limit;

    /** Within the bundle. */
    @Activate
    public OwnPassword(@Reference Accounts accounts, @Reference PasswordHasher hasher, @Reference Attempts attempts) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.limit = attempts.limit("password.change", 10, Duration.ofSeconds(30));
    }

    /**
     * The caller's account, if this is its password.
     *
     * @param pointer where the password stands in the request
     * @throws ProblemException {@code validation}, {@code rate-limited}, {@code not-found}, {@code forbidden} for a caller who came by a token
     */
    public Account check(Caller caller, String password, String pointer) {
        InPerson.require(caller);
        Account account = accounts.find(caller.userId())
                .orElseThrow(() -> new ProblemException(Problem.notFound(AuthMessage.NO_SUCH_USER.with())));
        String key = caller.userId().toString();
        limit.begin(key);
        if (!hasher.matches(password.toCharArray(), account.passwordHash())) {
            throw new ProblemException(
                    Problem.validation(List.of(FieldError.of(pointer, AuthMessage.NOT_YOUR_PASSWORD.with()))));
        }
        limit.clear(key);
        return account;
    }
}
