package io.obox.auth.internal.enrolment;

import io.obox.audit.AuditEntry;
import io.obox.auth.internal.account.Account;
import io.obox.auth.internal.account.AccountTrace;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.account.InPerson;
import io.obox.auth.internal.confirmation.Confirmations;
import io.obox.auth.internal.factor.Factors;
import io.obox.auth.internal.factor.SecondFactorPolicy;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.message.FactorMessage;
import io.obox.auth.internal.session.LiveSessions;
import io.obox.auth.internal.session.Sessions;
import io.obox.persistence.Transactions;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People set up their second factor in two steps, renew its recovery codes and switch it off; administrators reset that of others. */
@Component(service = SecondFactors.class)
public final class SecondFactors {
    private static final String ACCOUNT = "account";
    private static final String ISSUER = "OBox";

    private final Transactions transactions;
    private final Accounts accounts;
    private final Factors factors;
    private final SecondFactorPolicy policy;
    private final Confirmations confirmations;
    private final Sessions sessions;
    private final LiveSessions live;
    private final AccountTrace trace;

    /** Within the bundle. */
    @Activate
    public SecondFactors(
            @Reference Transactions transactions,
            @Reference Accounts accounts,
            @Reference Factors factors,
            @Reference SecondFactorPolicy policy,
            @Reference Confirmations confirmations,
            @Reference Sessions sessions,
            @Reference LiveSessions live,
            @Reference AccountTrace trace) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.factors = factors;
        this.policy = policy;
        this.confirmations = confirmations;
        this.sessions = sessions;
        this.live = live;
        this.trace = trace;
    }

    /** What the caller's account has. */
    public SecondFactorDocument get(Caller caller) {
        InPerson.require(caller);
        UUID id = caller.userId();
        return factors.since(id)
                .map(since -> new SecondFactorDocument(true, since, factors.codesLeft(id), required(caller)))
                .orElseGet(() -> new SecondFactorDocument(false, null, 0, required(caller)));
    }

    private boolean required(Caller caller) {
        return policy.requires(caller.role());
    }

    /**
     * Makes a secret for an authenticator. Nothing is asked for until {@link #confirm}.
     *
     * @throws ProblemException {@code confirmation-required}, {@code state-conflict} where there is a second factor, {@code forbidden}
     */
    public EnrolmentDocument begin(Caller caller) {
        confirmations.require(caller);
        String secret = factors.begin(caller.userId())
                .orElseThrow(() -> new ProblemException(Problem.stateConflict(FactorMessage.ALREADY_ON.with())
                        .withRemedy(FactorMessage.SWITCH_OFF_FIRST.with())));
        return new EnrolmentDocument(secret, uri(caller.email(), secret));
    }

    /** As authenticators read it; what is left out has the values that all of them take for granted. */
    private static String uri(String email, String secret) {
        String label = URLEncoder.encode(email, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + ISSUER + ":" + label + "?secret=" + secret + "&issuer=" + ISSUER;
    }

    /**
     * Switches the second factor on, by the first code of the authenticator. Every other session of the account ends.
     *
     * @throws ProblemException {@code validation}, {@code rate-limited}, {@code forbidden}
     */
    public RecoveryCodesDocument confirm(Caller caller, String code) {
        InPerson.require(caller);
        UUID id = caller.userId();
        return transactions.call(em -> {
            accounts.lock(id);
            if (!factors.confirm(id, code)) {
                throw new ProblemException(
                        Problem.validation(List.of(FieldError.of("/code", FactorMessage.WRONG_CODE.with()))));
            }
            sessions.endOthers(id, caller.sessionId());
            trace.record(entry(caller, "second-factor.enable", account(id)));
            return renewed(id);
        });
    }

    /**
     * Makes other recovery codes.
     *
     * @throws ProblemException {@code confirmation-required}, {@code state-conflict} where there is no second factor, {@code forbidden}
     */
    public RecoveryCodesDocument renewCodes(Caller caller) {
        confirmations.require(caller);
        UUID id = caller.userId();
        return transactions.call(em -> {
            accounts.lock(id);
            refuseOff(factors.isOn(id));
            trace.record(entry(caller, "second-factor.renew-codes", account(id)));
            return renewed(id);
        });
    }

    private RecoveryCodesDocument renewed(UUID id) {
        User user = account(id);
        transactions.afterCommit(() -> live.changed(user));
        return new RecoveryCodesDocument(factors.renewCodes(id));
    }

    /**
     * Switches the second factor off.
     *
     * @throws ProblemException {@code confirmation-required}, {@code state-conflict} where there is none or must be one,
     *     {@code forbidden}
     */
    public void disable(Caller caller) {
        confirmations.require(caller);
        if (required(caller)) {
            throw new ProblemException(Problem.stateConflict(FactorMessage.ADMINS_NEED_ONE.with()));
        }
        transactions.call(em -> {
            Optional<User> user = remove(caller.userId());
            refuseOff(user.isPresent());
            trace.record(entry(caller, "second-factor.disable", user.orElseThrow()));
            return caller;
        });
    }

    /**
     * Takes the second factor of somebody away who has lost it, in the transaction of whoever decides that, and records it. They log in
     * by their password alone until they set up another. Nothing happens where there is none.
     */
    public void reset(UUID accountId) {
        remove(accountId);
    }

    private Optional<User> remove(UUID id) {
        accounts.lock(id);
        if (!factors.remove(id)) {
            return Optional.empty();
        }
        User user = account(id);
        transactions.afterCommit(() -> live.changed(user));
        return Optional.of(user);
    }

    private static void refuseOff(boolean on) {
        if (!on) {
            throw new ProblemException(Problem.stateConflict(FactorMessage.IS_OFF.with()));
        }
    }

    private static AuditEntry.Builder entry(Caller caller, String action, User user) {
        return AccountTrace.by(caller, action).on(ACCOUNT, user.id().toString(), user.email());
    }

    private User account(UUID id) {
        return accounts.find(id)
                .map(Account::user)
                .orElseThrow(() -> new ProblemException(Problem.notFound(AuthMessage.NO_SUCH_USER.with())));
    }
}
