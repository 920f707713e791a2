package io.obox.auth.internal.login;

import io.obox.auth.internal.account.Account;
import io.obox.auth.internal.account.AccountTrace;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.mail.AccountMail;
import io.obox.auth.internal.mail.AccountMails;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.password.PasswordHasher;
import io.obox.auth.internal.password.PasswordRules;
import io.obox.auth.internal.password.PasswordRules.Chooser;
import io.obox.auth.internal.session.LiveSessions;
import io.obox.auth.internal.session.Sessions;
import io.obox.message.Message;
import io.obox.persistence.Transactions;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.User;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A person chooses another password; every other session of the account ends with it. */
@Component(service = PasswordChange.class)
public final class PasswordChange {
    private final Transactions transactions;
    private final Accounts accounts;
    private final Sessions sessions;
    private final LiveSessions live;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final OwnPassword own;
    private final AccountTrace trace;
    private final AccountMails mails;

    /** Within the bundle. */
    @Activate
    public PasswordChange(
            @Reference Transactions transactions,
            @Reference Accounts accounts,
            @Reference Sessions sessions,
            @Reference LiveSessions live,
            @Reference PasswordHasher hasher,
            @Reference PasswordRules rules,
            @Reference OwnPassword own,
            @Reference AccountTrace trace,
            @Reference AccountMails mails) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.sessions = sessions;
        this.live = live;
        this.hasher = hasher;
        this.rules = rules;
        this.own = own;
        this.trace = trace;
        this.mails = mails;
    }

    /**
     * Changes the caller's password.
     *
     * @throws ProblemException {@code validation}, {@code rate-limited}
     */
    public User change(Caller caller, String current, String chosen) {
        UUID id = caller.userId();
        Account account = own.check(caller, current, "/currentPassword");
        refuseBad(account, current, chosen);
        String hash = hasher.hash(chosen.toCharArray());
        return transactions.call(em -> {
            User changed = accounts.changePassword(id, account.user().version(), hash);
            sessions.endOthers(id, caller.sessionId());
            trace.record(
                    AccountTrace.by(caller, "account.change-password").on("account", id.toString(), caller.email()));
            mails.send(AccountMail.PASSWORD_CHANGED, changed);
            transactions.afterCommit(() -> live.changed(changed));
            return changed;
        });
    }

    private void refuseBad(Account account, String current, String chosen) {
        User user = account.user();
        rules.fault(chosen, new Chooser(user.role(), user.email(), user.name())).ifPresent(fault -> {
            throw invalid("/newPassword", fault);
        });
        if (chosen.equals(current)) {
            throw invalid("/newPassword", AuthMessage.SAME_PASSWORD.with());
        }
    }

    private static ProblemException invalid(String pointer, Message detail) {
        return new ProblemException(Problem.validation(List.of(FieldError.of(pointer, detail))));
    }
}
