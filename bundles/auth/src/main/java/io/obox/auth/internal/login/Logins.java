package io.obox.auth.internal.login;

import io.obox.auth.internal.account.Account;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.message.AuthMessage;
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
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Logging in, staying logged in, logging out. */
@Component(service = Logins.class)
public final class Logins {
    private final Transactions transactions;
    private final Credentials credentials;
    private final Accounts accounts;
    private final Sessions sessions;
    private final LiveSessions live;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final LoginTrace trace;

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
            @Reference LoginTrace trace) {
        this.transactions = transactions;
        this.credentials = credentials;
        this.accounts = accounts;
        this.sessions = sessions;
        this.live = live;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.trace = trace;
    }

    /** Opens a session for whoever knows the password. */
    public Login login(String email, char[] password, Client client) {
        Account account = check(email, password, client);
        UUID id = account.user().id();
        RefreshToken refresh = transactions.call(em -> {
            accounts.loggedIn(id, Instant.now());
            trace.opened(account.user(), client);
            return sessions.open(id, client);
        });
        return login(refresh).orElseThrow(Logins::ended);
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
                .map(Caller::userId)
                .flatMap(accounts::find)
                .map(account -> login(account.user(), refresh));
    }

    private Login login(User user, RefreshToken refresh) {
        return new Login(user, accessTokens.issue(refresh.sessionId()), refresh.text());
    }

    private static ProblemException ended() {
        return new ProblemException(Problem.unauthenticated(AuthMessage.LOGIN_ENDED.with()));
    }
}
