package io.obox.auth.internal.apitoken;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.obox.auth.internal.account.AccountTrace;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.account.InPerson;
import io.obox.auth.internal.field.FieldErrors;
import io.obox.auth.internal.message.AuthProblem;
import io.obox.auth.internal.message.ProfileMessage;
import io.obox.auth.internal.message.TokenMessage;
import io.obox.auth.internal.session.LiveSessions;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People make tokens for their programs, and delete them. Everybody has only their own to do with, and no token has any. */
@Component(service = ApiTokens.class)
public final class ApiTokens {
    static final int MOST = 50;

    private static final String KIND = "token";

    private final Transactions transactions;
    private final Accounts accounts;
    private final TokenTable table;
    private final LiveTokens live;
    private final LiveSessions sessions;
    private final AccountTrace trace;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    /** Within the bundle. */
    @Activate
    public ApiTokens(
            @Reference Transactions transactions,
            @Reference Accounts accounts,
            @Reference TokenTable table,
            @Reference LiveTokens live,
            @Reference LiveSessions sessions,
            @Reference AccountTrace trace) {
        this(transactions, accounts, table, live, sessions, trace, InstantSource.system());
    }

    /** With a clock of one's own. */
    public ApiTokens(
            Transactions transactions,
            Accounts accounts,
            TokenTable table,
            LiveTokens live,
            LiveSessions sessions,
            AccountTrace trace,
            InstantSource clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.table = table;
        this.live = live;
        this.sessions = sessions;
        this.trace = trace;
        this.clock = clock;
    }

    /** The caller's tokens, newest first, also those that have run out. */
    public List<ApiTokenDocument> list(Caller caller) {
        InPerson.require(caller);
        return table.list(caller.userId());
    }

    /** One of the caller's tokens. */
    public ApiTokenDocument get(Caller caller, UUID id) {
        return list(caller).stream()
                .filter(token -> token.id().equals(id))
                .findFirst()
                .orElseThrow(ApiTokens::missing);
    }

    /**
     * Makes a token, whose secret is in the answer and nowhere else.
     *
     * @param scopes what it is to be good for
     * @param expiresAt when it is to end by itself, or null for never
     * @throws ProblemException {@code validation}, {@code limit-reached}, {@code forbidden} for a caller who came by a token
     */
    public NewApiToken create(
            Caller caller,
            @Nullable String name,
            @Nullable List<@Nullable String> scopes,
            @Nullable Instant expiresAt) {
        InPerson.require(caller);
        // as the database keeps it
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        FieldErrors errors = new FieldErrors();
        String called = errors.name(name, "/name");
        List<String> wanted = TokenScopes.accepted(scopes, errors);
        errors.addIf(expiresAt != null && !expiresAt.isAfter(now), "/expiresAt", TokenMessage.ENDS_BEFORE_NOW.with());
        errors.throwIfAny();
        ApiToken token = ApiToken.random(random);
        ApiTokenDocument made = new ApiTokenDocument(
                ids.generate(),
                called,
                wanted,
                now,
                expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS),
                null);
        transactions.call(em -> {
            accounts.lock(caller.userId());
            refuseMore(caller);
            table.add(caller.userId(), made, token.hash());
            trace.record(AccountTrace.by(caller, "token.create")
                    .on(KIND, made.id().toString(), called)
                    .change("scopes", null, String.join(" ", wanted))
                    .change(
                            "expiresAt",
                            null,
                            made.expiresAt() == null ? null : made.expiresAt().toString()));
            return made;
        });
        return new NewApiToken(made.id(), called, wanted, now, made.expiresAt(), token.text());
    }

    private void refuseMore(Caller caller) {
        if (table.list(caller.userId()).size() >= MOST) {
            throw new ProblemException(AuthProblem.LIMIT_REACHED
                    .of(TokenMessage.TOO_MANY.with(MOST))
                    .withRemedy(ProfileMessage.DELETE_UNUSED.with()));
        }
    }

    /** Deletes a token, which from the commit on is good for nothing. */
    public void delete(Caller caller, UUID id) {
        InPerson.require(caller);
        transactions.call(em -> {
            ApiTokenDocument gone = table.delete(caller.userId(), id).orElseThrow(ApiTokens::missing);
            trace.record(AccountTrace.by(caller, "token.delete").on(KIND, id.toString(), gone.name()));
            transactions.afterCommit(() -> {
                live.forget(id);
                sessions.ended(id, caller.userId());
            });
            return gone;
        });
    }

    private static ProblemException missing() {
        return new ProblemException(Problem.notFound(TokenMessage.NO_SUCH_TOKEN.with()));
    }
}
