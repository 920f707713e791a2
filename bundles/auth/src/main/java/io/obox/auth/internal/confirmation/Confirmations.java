package io.obox.auth.internal.confirmation;

import io.obox.auth.internal.account.InPerson;
import io.obox.auth.internal.factor.Factors;
import io.obox.auth.internal.factor.Shown;
import io.obox.auth.internal.login.OwnPassword;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.message.AuthProblem;
import io.obox.auth.internal.message.FactorMessage;
import io.obox.message.Message;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.Sql;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether people have just shown who they are: by the login itself, or once more since. */
@Component(service = Confirmations.class)
public final class Confirmations {
    static final Duration FRESH = Duration.ofMinutes(5);

    private static final Sql SHOWN =
            new Sql("select id from session where id = ? and account_id = ? and confirmed_at > ?");
    private static final Sql CONFIRM = new Sql("update session set confirmed_at = ? where id = ? and account_id = ?");

    private final Transactions transactions;
    private final Factors factors;
    private final OwnPassword passwords;
    private final InstantSource clock;

    /** Within the bundle. */
    @Activate
    public Confirmations(
            @Reference Transactions transactions, @Reference Factors factors, @Reference OwnPassword passwords) {
        this(transactions, factors, passwords, InstantSource.system());
    }

    /** With a clock of one's own. */
    public Confirmations(Transactions transactions, Factors factors, OwnPassword passwords, InstantSource clock) {
        this.transactions = transactions;
        this.factors = factors;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Refuses a caller who came by a session and has not shown who they are within the last five minutes. Whoever has a session of the
     * shell showed it for that connection. No token can show it.
     *
     * @throws ProblemException {@code confirmation-required}, {@code forbidden}
     */
    public void require(Caller caller) {
        InPerson.require(caller);
        UUID session = caller.sessionId();
        if (session != null && !isFresh(session, caller.userId())) {
            throw new ProblemException(AuthProblem.CONFIRMATION_REQUIRED
                    .of(FactorMessage.CONFIRM_FIRST.with())
                    .withRemedy(FactorMessage.SHOW_AGAIN.with()));
        }
    }

    private boolean isFresh(UUID session, UUID account) {
        Instant since = clock.instant().minus(FRESH);
        return transactions
                .sql(connection -> SHOWN.first(connection, row -> Columns.id(row, "id"), session, account, since))
                .isPresent();
    }

    /**
     * Shows who the caller is: by a code where the account has a second factor, by the password where it has none.
     *
     * @throws ProblemException {@code validation}, {@code rate-limited}, {@code forbidden}
     */
    public void confirm(Caller caller, @Nullable String code, @Nullable String password) {
        InPerson.require(caller);
        if (factors.isOn(caller.userId())) {
            checkCode(caller, needed(code, "/code"));
        } else {
            passwords.check(caller, needed(password, "/password"), "/password");
        }
        transactions.sql(
                connection -> CONFIRM.update(connection, clock.instant(), caller.sessionId(), caller.userId()));
    }

    private void checkCode(Caller caller, String code) {
        if (factors.show(caller.userId(), code) == Shown.NOTHING) {
            throw invalid("/code", FactorMessage.WRONG_CODE.with());
        }
    }

    private static String needed(@Nullable String given, String pointer) {
        if (given == null || given.isBlank()) {
            throw invalid(pointer, AuthMessage.FIELD_EMPTY.with());
        }
        return given;
    }

    private static ProblemException invalid(String pointer, Message detail) {
        return new ProblemException(Problem.validation(List.of(FieldError.of(pointer, detail))));
    }
}
