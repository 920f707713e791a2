package io.obox.auth.internal.login;

import io.obox.auth.internal.account.Account;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.message.AuthProblem;
import io.obox.auth.internal.password.PasswordHasher;
import io.obox.auth.internal.password.PasswordRules;
import io.obox.auth.internal.session.Client;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.User;
import io.obox.user.UserState;
import java.util.Arrays;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks an address and a password; the same work and the same answer whether the account exists or not. */
@Component(service = Credentials.class)
public final class Credentials {
    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final LoginLimits limits;

    /** Within the bundle. */
    @Activate
    public Credentials(@Reference Accounts accounts, @Reference PasswordHasher hasher, @Reference LoginLimits limits) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.limits = limits;
    }

    /**
     * The account that these belong to.
     *
     * @throws ProblemException {@code unauthenticated}, {@code account-disabled}, {@code rate-limited}
     */
    public Account check(String email, char[] password, Client client) {
        String address = Accounts.normalized(email);
        Runnable forgive = limits.begin(address, client);
        Optional<Account> found = accounts.byEmail(address);
        boolean right =
                hasher.matches(password, found.map(Account::passwordHash).orElse(null));
        Account account = found.filter(any -> right)
                .filter(any -> client.local() || !known(any.user(), password))
                .orElseThrow(() -> new ProblemException(Problem.unauthenticated(AuthMessage.WRONG_CREDENTIALS.with())));
        forgive.run();
        refuseDisabled(account.user());
        renewOutdated(account, password);
        return account;
    }

    /** Whether it is the password that everybody knows: good only from the machine itself. */
    private static boolean known(User user, char[] password) {
        return user.mustChangePassword() && Arrays.equals(password, PasswordRules.KNOWN.toCharArray());
    }

    private static void refuseDisabled(User user) {
        if (user.state() == UserState.DISABLED) {
            throw new ProblemException(AuthProblem.ACCOUNT_DISABLED
                    .of(AuthMessage.ACCOUNT_OFF.with())
                    .withRemedy(AuthMessage.ASK_ADMINISTRATOR.with()));
        }
    }

    private void renewOutdated(Account account, char[] password) {
        if (hasher.outdated(account.passwordHash())) {
            accounts.replaceHash(account.user().id(), account.passwordHash(), hasher.hash(password));
        }
    }
}
