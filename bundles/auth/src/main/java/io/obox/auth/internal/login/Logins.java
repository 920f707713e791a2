package io.obox.auth.internal.login;

import io.obox.auth.internal.account.Account;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.account.UserDocument;
import io.obox.auth.internal.factor.Factors;
import io.obox.auth.internal.factor.Shown;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.message.FactorMessage;
import io.obox.auth.internal.session.Client;
import io.obox.auth.internal.session.LiveSessions;
import io.obox.auth.internal.session.Sessions;
import io.obox.auth.internal.token.AccessTokens;
import io.obox.auth.internal.token.RefreshToken;
import io.obox.auth.internal.token.RefreshTokens;
import io.obox.auth.internal.trace.LoginTrace;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Logging in, staying logged in, logging out. */
@Component(service = Logins.class)
public final class Logins {
    private static final List<String> KINDS = List.of("totp");

    private final Transactions transactions;
    private final Credentials credentials;
    private final Accounts accounts;
    private final Sessions sessions;
    private final LiveSessions live;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final LoginTrace trace;
    private final Factors factors;
    private final Challenges challenges;

    /** Within the bundle. */
    @Activate
    public Logins(
            @Reference Transactions transactions,
            @Reference Credentials credentials,
            @Reference Accounts accounts,
            @Reference Sessions sessions,
            @Reference LiveSessions live,
            @Reference AccessTokens accessTokens,
            @Reference RefreshTokens refreshTokens,
            @Reference LoginTrace trace,
            @Reference Factors factors,
            @Reference Challenges challenges) {
        this.transactions = transactions;
        this.credentials = credentials;
        this.accounts = accounts;
        this.sessions = sessions;
        this.live = live;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.trace = trace;
        this.factors = factors;
        this.challenges = challenges;
    }

    /** Opens a session for whoever knows the password, or asks them for the second factor if the account has one. */
    public LoginStep login(String email, char[] password, Client client) {
        Account account = check(email, password, client);
        UUID id = account.user().id();
        if (factors.isOn(id)) {
            return new LoginChallenge(KINDS, challenges.issue(id, client));
        }
        return login(transactions.call(em -> open(account.user(), client, false)))
                .orElseThrow(Logins::ended);
    }

    /**
     * Opens the session of whoever has shown the password, and now the second factor.
     *
     * @param challenge what {@link #login(String, char[], Client)} answered
     * @throws ProblemException {@code unauthenticated}, {@code rate-limited}
     */
    public Login login(String challenge, String code, Client client) {
        User user = challenges
                .attempt(challenge, client)
                .flatMap(accounts::find)
                .map(Account::user)
                .orElseThrow(Logins::tooLate);
        showFactor(user, code, client);
        RefreshToken refresh = transactions.call(em -> {
            if (!challenges.end(challenge)) {
                throw tooLate();
            }
            return open(user, client, true);
        });
        return login(refresh).orElseThrow(Logins::ended);
    }

    private void showFactor(User user, String code, Client client) {
        try {
            Shown shown = factors.show(user.id(), code);
            if (shown == Shown.NOTHING) {
                throw new ProblemException(Problem.unauthenticated(FactorMessage.WRONG_CODE.with()));
            }
        } catch (ProblemException e) {
            trace.refused(user.email(), client, e);
            throw e;
        }
    }

    private RefreshToken open(User user, Client client, boolean factor) {
        accounts.loggedIn(user.id(), Instant.now());
        trace.opened(user, client);
        return sessions.open(user.id(), client, factor);
    }

    private Account check(String email, char[] password, Client client) {
        try {
            return credentials.check(email, password, client);
        } catch (ProblemException e) {
            trace.refused(email, client, e);
            throw e;
        }
    }

    /** Exchanges a refresh token for new tokens. */
    public Login refresh(String token) {
        return refreshTokens
                .parse(token)
                .flatMap(sessions::renew)
                .flatMap(this::login)
                .orElseThrow(Logins::ended);
    }

    /** Ends the session that the token belongs to; nothing happens where it has ended. */
    public void logout(String token) {
        refreshTokens.parse(token).map(RefreshToken::sessionId).ifPresent(sessions::end);
    }

    /** Ends the session that the caller came by, if it was one. */
    public void logout(Caller caller) {
        Optional.ofNullable(caller.sessionId()).ifPresent(sessions::end);
    }

    private Optional<Login> login(RefreshToken refresh) {
        return live.caller(refresh.sessionId())
                .flatMap(caller -> accounts.find(caller.userId())
                        .map(Account::user)
                        .map(user -> login(UserDocument.of(user, caller.mustEnrolSecondFactor()), refresh)));
    }

    private Login login(User user, RefreshToken refresh) {
        return new Login(user, accessTokens.issue(refresh.sessionId()), refresh.text());
    }

    private static ProblemException tooLate() {
        return new ProblemException(
                Problem.unauthenticated(FactorMessage.LOGIN_ENDED.with()).withRemedy(FactorMessage.LOGIN_AGAIN.with()));
    }

    private static ProblemException ended() {
        return new ProblemException(Problem.unauthenticated(AuthMessage.LOGIN_ENDED.with()));
    }
}
