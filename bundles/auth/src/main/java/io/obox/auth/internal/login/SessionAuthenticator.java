package io.obox.auth.internal.login;

import io.obox.auth.internal.account.Account;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.apitoken.LiveTokens;
import io.obox.auth.internal.factor.Factors;
import io.obox.auth.internal.factor.SecondFactorPolicy;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.message.AuthProblem;
import io.obox.auth.internal.message.FactorMessage;
import io.obox.auth.internal.message.TokenMessage;
import io.obox.auth.internal.session.Client;
import io.obox.auth.internal.session.LiveSessions;
import io.obox.auth.internal.token.AccessToken;
import io.obox.auth.internal.token.AccessTokens;
import io.obox.auth.internal.token.CookieNames;
import io.obox.auth.internal.token.Sha256;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Authenticator;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.User;
import io.obox.user.UserState;
import java.lang.invoke.MethodHandles;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells other bundles who somebody is. */
@Component(service = Authenticator.class)
public final class SessionAuthenticator implements Authenticator {
    private static final String SHELL = "io.obox.shell";

    private final AccessTokens tokens;
    private final LiveSessions live;
    private final Credentials credentials;
    private final Accounts accounts;
    private final CookieNames cookies;
    private final LiveTokens apiTokens;
    private final Factors factors;
    private final SecondFactorPolicy policy;
    private final CallerIssuer issuer = CallerIssuer.of(MethodHandles.lookup());

    /** Within the bundle. */
    @Activate
    public SessionAuthenticator(
            @Reference AccessTokens tokens,
            @Reference LiveSessions live,
            @Reference Credentials credentials,
            @Reference Accounts accounts,
            @Reference CookieNames cookies,
            @Reference LiveTokens apiTokens,
            @Reference Factors factors,
            @Reference SecondFactorPolicy policy) {
        this.tokens = tokens;
        this.live = live;
        this.credentials = credentials;
        this.accounts = accounts;
        this.cookies = cookies;
        this.apiTokens = apiTokens;
        this.factors = factors;
        this.policy = policy;
    }

    @Override
    public Caller authenticate(String accessToken) {
        return LiveTokens.isOne(accessToken) ? byApiToken(accessToken, null) : bySession(accessToken);
    }

    @Override
    public Caller authenticate(String accessToken, InetAddress from) {
        return LiveTokens.isOne(accessToken) ? byApiToken(accessToken, from) : bySession(accessToken);
    }

    private Caller byApiToken(String token, @Nullable InetAddress from) {
        return apiTokens
                .caller(token, from)
                .orElseThrow(() -> new ProblemException(Problem.unauthenticated(TokenMessage.NOT_GOOD.with())));
    }

    private Caller bySession(String accessToken) {
        return tokens.verify(accessToken)
                .map(AccessToken::sessionId)
                .flatMap(live::caller)
                .orElseThrow(() -> new ProblemException(Problem.unauthenticated(AuthMessage.LOGIN_ENDED.with())));
    }

    @Override
    public String accessCookie() {
        return cookies.access();
    }

    @Override
    public Caller verifyPassword(String email, char[] password, InetAddress from) {
        try {
            Account account = credentials.check(email, password, Client.shell(from));
            User user = account.user();
            if (factors.isOn(user.id())) {
                throw new ProblemException(AuthProblem.SECOND_FACTOR_REQUIRED
                        .of(FactorMessage.NOT_BY_PASSWORD_ALONE.with())
                        .withRemedy(FactorMessage.USE_A_KEY.with()));
            }
            return issuer.draft(user.id(), user.email(), user.role(), Credential.PASSWORD)
                    .password(fingerprint(account))
                    .mustEnrolSecondFactor(policy.requires(user.role()))
                    .mustChangePassword(user.mustChangePassword())
                    .mustVerifyEmail(user.state() == UserState.UNVERIFIED)
                    .issue();
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    @Override
    public boolean wouldStillEnter(Caller caller) {
        return caller.credential() != Credential.PASSWORD
                || !factors.isOn(caller.userId())
                        && accounts.find(caller.userId())
                                .map(SessionAuthenticator::fingerprint)
                                .filter(now -> now.equals(caller.credentialId()))
                                .isPresent();
    }

    /** Of the hash, which is another one for each password that is chosen. */
    private static UUID fingerprint(Account account) {
        return UUID.nameUUIDFromBytes(Sha256.of(account.passwordHash().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Caller operator(MethodHandles.Lookup self) {
        if (!new AskingClass(self).isOf(SHELL)) {
            throw new SecurityException(self.lookupClass().getName() + " is not in the bundle " + SHELL
                    + ", which alone acts as the operator");
        }
        User admin = accounts.firstAdmin()
                .orElseThrow(() -> new ProblemException(Problem.unavailable(AuthMessage.NO_ADMINISTRATOR.with())));
        return issuer.draft(admin.id(), admin.email(), admin.role(), Credential.KEY)
                .issue();
    }
}
