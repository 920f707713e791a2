package io.obox.auth.internal;

import static org.awaitility.Awaitility.await;

import com.fasterxml.uuid.Generators;
import io.obox.auth.internal.account.Account;
import io.obox.auth.internal.account.AccountEntity;
import io.obox.auth.internal.account.AccountLife;
import io.obox.auth.internal.account.AccountTrace;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.account.UserDirectory;
import io.obox.auth.internal.account.UserDocument;
import io.obox.auth.internal.administration.AccountAdministration;
import io.obox.auth.internal.administration.AccountSecondFactor;
import io.obox.auth.internal.administration.AccountSessions;
import io.obox.auth.internal.administration.AdministrationTrail;
import io.obox.auth.internal.administration.Administrators;
import io.obox.auth.internal.administration.ManagedAccounts;
import io.obox.auth.internal.apitoken.ApiTokens;
import io.obox.auth.internal.apitoken.LiveTokens;
import io.obox.auth.internal.apitoken.TokenTable;
import io.obox.auth.internal.apitoken.TokenUse;
import io.obox.auth.internal.confirmation.Confirmations;
import io.obox.auth.internal.deletion.AccountDeletion;
import io.obox.auth.internal.deletion.AccountEnd;
import io.obox.auth.internal.deletion.AccountRemoval;
import io.obox.auth.internal.email.EmailChangeTable;
import io.obox.auth.internal.email.EmailChanges;
import io.obox.auth.internal.enrolment.SecondFactors;
import io.obox.auth.internal.factor.FactorTable;
import io.obox.auth.internal.factor.Factors;
import io.obox.auth.internal.factor.SecondFactorPolicy;
import io.obox.auth.internal.invitation.Acceptance;
import io.obox.auth.internal.invitation.Invitations;
import io.obox.auth.internal.key.SshKeyEntity;
import io.obox.auth.internal.key.SshKeys;
import io.obox.auth.internal.limit.Attempts;
import io.obox.auth.internal.link.Links;
import io.obox.auth.internal.login.Challenges;
import io.obox.auth.internal.login.Credentials;
import io.obox.auth.internal.login.Login;
import io.obox.auth.internal.login.LoginLimits;
import io.obox.auth.internal.login.Logins;
import io.obox.auth.internal.login.OwnPassword;
import io.obox.auth.internal.login.PasswordChange;
import io.obox.auth.internal.login.SessionAuthenticator;
import io.obox.auth.internal.mail.AccountLimits;
import io.obox.auth.internal.mail.AccountMails;
import io.obox.auth.internal.password.PasswordHasher;
import io.obox.auth.internal.password.PasswordRules;
import io.obox.auth.internal.profile.Profiles;
import io.obox.auth.internal.registration.Afterwards;
import io.obox.auth.internal.registration.PasswordResets;
import io.obox.auth.internal.registration.RegistrationPolicy;
import io.obox.auth.internal.registration.Registrations;
import io.obox.auth.internal.registration.Verification;
import io.obox.auth.internal.session.Client;
import io.obox.auth.internal.session.LiveSessions;
import io.obox.auth.internal.session.SessionEntity;
import io.obox.auth.internal.session.SessionTerms;
import io.obox.auth.internal.session.Sessions;
import io.obox.auth.internal.token.AccessTokens;
import io.obox.auth.internal.token.CookieNames;
import io.obox.auth.internal.token.Devices;
import io.obox.auth.internal.token.RefreshTokens;
import io.obox.auth.internal.token.StoredSigningKeys;
import io.obox.auth.internal.trace.LoginTrace;
import io.obox.auth.internal.view.SavedViewEntity;
import io.obox.auth.internal.view.SavedViews;
import io.obox.event.Change;
import io.obox.event.Event;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserState;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The bundle's services as one node has them, put together by hand on a real database. */
public final class AuthKit {
    /** From where the tests log in. */
    public static final Client BROWSER = new Client("192.0.2.7", "Browser/1.0", false);

    /** An administrator who came in by a key. */
    public static final Caller OPERATOR = CallerIssuer.of(MethodHandles.lookup())
            .draft(new UUID(9, 9), "operator@example.org", Role.ADMIN, Credential.KEY)
            .issue();

    /** Long enough to be chosen. */
    public static final String PASSWORD = "correct horse";

    /** On what terms sessions are opened. */
    private static final SessionTerms TERMS = new SessionTerms(Duration.ofDays(30), Duration.ofDays(90), 100);

    /** One database for the whole run: making one takes longer than most tests. */
    private static final Transactions SHARED = TestDatabase.counted()
            .bundle(
                    "io.obox.auth",
                    AccountEntity.class,
                    SessionEntity.class,
                    SshKeyEntity.class,
                    SavedViewEntity.class);

    public final RecordedAudit audit = new RecordedAudit();
    public final ManualClock clock = new ManualClock();
    public final Transactions transactions;
    public final Accounts accounts;
    public final PasswordHasher hasher = new PasswordHasher();
    public final LiveSessions live;

    /** What other bundles and nodes were told. */
    public final List<Change<?>> told = new CopyOnWriteArrayList<>();

    public final AccessTokens accessTokens;
    public final StoredSigningKeys keys;
    public final RefreshTokens refreshTokens;
    public final Devices devices;
    public final Attempts attempts;
    public final Sessions sessions;
    public final Logins logins;
    public final PasswordChange passwords;
    public final UserDirectory users;
    public final SshKeys sshKeys;
    public final SavedViews views;
    public final Profiles profiles;
    public final CookieNames cookieNames;
    public final SessionAuthenticator authenticator;
    public final LiveTokens liveTokens;
    public final SecondFactorPolicy policy = new SecondFactorPolicy(false);
    public final Factors factors;
    public final Confirmations confirmations;
    public final SecondFactors secondFactors;
    public final ApiTokens apiTokens;
    public final SentMails mails;
    public final Links links;
    public final Registrations registrations;
    public final EmailChanges emails;
    public final Verification verification;
    public final PasswordResets resets;
    public final AccountDeletion deletion;
    public final AccountEnd end;
    public final AccountRemoval removal;
    public final AccountSessions othersSessions;
    public final AccountSecondFactor othersFactor;
    public final Invitations invitations;
    public final Acceptance acceptance;
    public final ManagedAccounts managed;
    public final AccountAdministration administration;
    private final AccountTrace trace = new AccountTrace(audit);
    private final PasswordRules rules = new PasswordRules();
    private final AccountMails post;
    private final AccountLife life;
    private final AccountLimits limits;

    /** The first node, on tables without rows. */
    public AuthKit() {
        this(emptied(SHARED));
    }

    private static Transactions emptied(Transactions tables) {
        await().until(tables::ready);
        tables.sql(connection -> connection.createStatement().executeUpdate("truncate account cascade"));
        return tables;
    }

    private AuthKit(Transactions transactions) {
        this.transactions = transactions;
        accounts = new Accounts(transactions);
        live = new LiveSessions(transactions, policy, clock, told::add);
        attempts = new Attempts(clock);
        factors = new Factors(new FactorTable(transactions), attempts, clock);
        keys = new StoredSigningKeys(transactions, clock, Duration.ofDays(90), Duration.ofDays(90));
        accessTokens = new AccessTokens(keys, Duration.ofMinutes(10), clock);
        refreshTokens = new RefreshTokens(keys);
        devices = new Devices(keys, clock);
        sessions = new Sessions(transactions, refreshTokens, live, trace, TERMS, clock);
        Credentials credentials = new Credentials(accounts, hasher, new LoginLimits(attempts, devices));
        logins = new Logins(
                transactions,
                credentials,
                accounts,
                sessions,
                live,
                accessTokens,
                refreshTokens,
                new LoginTrace(audit),
                factors,
                new Challenges(transactions, clock));
        mails = new SentMails(transactions);
        post = new AccountMails(mails.counter());
        OwnPassword own = new OwnPassword(accounts, hasher, attempts);
        confirmations = new Confirmations(transactions, factors, own, clock);
        passwords = new PasswordChange(transactions, accounts, sessions, live, hasher, rules, own, trace, post);
        users = new UserDirectory(accounts);
        sshKeys = new SshKeys(transactions, accounts, clock);
        views = new SavedViews(transactions, accounts, users, clock);
        profiles = new Profiles(transactions, accounts, live);
        cookieNames = new CookieNames(keys);
        TokenTable tokenTable = new TokenTable(transactions, policy);
        liveTokens = new LiveTokens(tokenTable, new TokenUse(tokenTable), attempts, clock);
        apiTokens = new ApiTokens(transactions, accounts, tokenTable, liveTokens, live, trace, clock);
        authenticator = new SessionAuthenticator(
                accessTokens, live, credentials, accounts, cookieNames, liveTokens, factors, policy);
        links = new Links(transactions, clock);
        life = new AccountLife(transactions);
        limits = new AccountLimits(attempts);
        registrations = registrations(new RegistrationPolicy(true, ""));
        emails = new EmailChanges(
                transactions, own, limits, accounts, new EmailChangeTable(transactions), live, links, post, trace);
        verification = new Verification(transactions, limits, accounts, life, live, emails, links, post, trace);
        resets = new PasswordResets(
                transactions,
                limits,
                new Afterwards(),
                accounts,
                life,
                sessions,
                live,
                rules,
                hasher,
                links,
                post,
                trace);
        managed = new ManagedAccounts(transactions);
        AdministrationTrail trail = new AdministrationTrail(transactions, audit);
        Administrators administrators = new Administrators(life);
        end = new AccountEnd(transactions, administrators, accounts, life, sessions, live);
        deletion = new AccountDeletion(transactions, own, life, end, confirmations, trace);
        removal = new AccountRemoval(trail, managed, administrators, accounts, end, confirmations);
        othersSessions = new AccountSessions(trail, managed, administrators, sessions);
        invitations = new Invitations(
                trail, administrators, managed, accounts, life, sessions, live, hasher, limits, links, post);
        acceptance = new Acceptance(transactions, limits, links, managed, life, rules, hasher, live, trace);
        administration = new AccountAdministration(trail, managed, administrators, accounts, sessions, links, live);
        secondFactors =
                new SecondFactors(transactions, accounts, factors, policy, confirmations, sessions, live, trace);
        othersFactor = new AccountSecondFactor(trail, managed, administrators, confirmations, secondFactors);
    }

    /** Registrations on other terms. */
    public Registrations registrations(RegistrationPolicy policy) {
        return new Registrations(
                transactions, policy, rules, limits, accounts, life, sessions, live, hasher, links, post);
    }

    /** A login of somebody who has no second factor. */
    public Login login(String email, String password, Client client) {
        return (Login) logins.login(email, password.toCharArray(), client);
    }

    /** Whoever logged in to this account. */
    public static Caller caller(User user) {
        return CallerIssuer.of(MethodHandles.lookup())
                .draft(user.id(), user.email(), user.role(), Credential.SESSION)
                .issue();
    }

    /** A change, as other nodes hear of it. */
    public static Event event(Change<?> change) {
        return new Heard(UUID.randomUUID(), change);
    }

    private record Heard(UUID id, Change<?> change) implements Event {}

    /** Has this node hear what the other has told so far. */
    public void hear(AuthKit other) {
        other.told.stream().map(AuthKit::event).forEach(live::onEvent);
    }

    /** Another node on the same database. */
    public AuthKit anotherNode() {
        return new AuthKit(transactions);
    }

    /** Adds an active account with the usual password. */
    public User account(String email, Role role) {
        return account(email, role, UserState.ACTIVE, PASSWORD, false);
    }

    /** Adds an account. */
    public User account(String email, Role role, UserState state, String password, boolean mustChange) {
        User user = new UserDocument(
                Generators.timeBasedEpochGenerator().generate(),
                email,
                "A. Person",
                role,
                state,
                "en",
                mustChange,
                Instant.parse("2026-01-02T03:04:05Z"),
                null,
                0);
        accounts.add(new Account(user, hasher.hash(password.toCharArray())));
        return user;
    }
}
