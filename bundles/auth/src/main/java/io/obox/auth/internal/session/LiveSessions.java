package io.obox.auth.internal.session;

import io.obox.auth.internal.cache.ExpiringCache;
import io.obox.auth.internal.factor.SecondFactorPolicy;
import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Event;
import io.obox.event.EventListener;
import io.obox.event.Events;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.Sql;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.Role;
import io.obox.user.SessionEvents;
import io.obox.user.User;
import io.obox.user.UserEvents;
import io.obox.user.UserState;
import java.lang.invoke.MethodHandles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Who is behind a session at this moment. Each answer is remembered for two seconds, which is how long another node may
 * believe in a session that has ended, should the event of its end get lost.
 */
@Component(
        service = {LiveSessions.class, EventListener.class},
        property = {EventListener.TOPICS + "=user", EventListener.TOPICS + "=session"})
public final class LiveSessions implements EventListener {
    static final Duration TTL = Duration.ofSeconds(2);

    private static final Sql FIND = new Sql("""
            select a.id, a.email, a.role, a.must_change_password, a.state, s.expires_at, exists (
                select from totp t where t.account_id = a.id and t.confirmed_at is not null) as has_factor
            from session s join account a on a.id = s.account_id
            where s.id = ? and s.expires_at > ? and a.state <> 'DISABLED'""");

    private final Transactions transactions;
    private final SecondFactorPolicy policy;
    private final InstantSource clock;
    private final ExpiringCache<UUID, Caller> callers;
    private final CallerIssuer issuer = CallerIssuer.of(MethodHandles.lookup());

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Events events;

    /** On the bundle's own tables. */
    @Activate
    public LiveSessions(@Reference Transactions transactions, @Reference SecondFactorPolicy policy) {
        this(transactions, policy, InstantSource.system(), null);
    }

    /** With a clock of one's own, and who is told at first. */
    public LiveSessions(
            Transactions transactions, SecondFactorPolicy policy, InstantSource clock, @Nullable Events events) {
        this.transactions = transactions;
        this.policy = policy;
        this.clock = clock;
        this.events = events;
        this.callers = new ExpiringCache<>(clock, TTL, 10_000);
    }

    /** Who came by this session, or empty where it has ended or its account is not in use. */
    public Optional<Caller> caller(UUID sessionId) {
        return callers.get(sessionId, this::load).filter(this::lasts);
    }

    private boolean lasts(Caller caller) {
        return Optional.ofNullable(caller.validUntil())
                .map(end -> clock.instant().isBefore(end))
                .orElse(true);
    }

    @Override
    public void onEvent(Event event) {
        event.of(SessionEvents.TOPIC).map(Change::objectId).ifPresent(callers::forget);
        event.of(UserEvents.TOPIC).map(Change::objectId).ifPresent(this::forgetUser);
    }

    @Override
    public void onLoss() {
        callers.forgetIf(caller -> true);
    }

    private void forgetUser(UUID id) {
        callers.forgetIf(caller -> caller.userId().equals(id));
    }

    /** To be called after the commit that ended the session, or a token. */
    public void ended(UUID sessionId, UUID accountId) {
        callers.forget(sessionId);
        publish(Change.removed(SessionEvents.TOPIC, sessionId, Audience.owner(accountId)));
    }

    /** To be called after the commit that changed the account. */
    public void changed(User user) {
        forgetUser(user.id());
        publish(Change.changed(UserEvents.TOPIC, user.id(), Audience.owner(user.id()))
                .version(user.version())
                .since(0)
                .with(UserEvents.EMAIL, user.email())
                .with(UserEvents.NAME, user.name())
                .with(UserEvents.ROLE, user.role())
                .with(UserEvents.STATE, user.state())
                .with(UserEvents.LOCALE, user.locale())
                .with(UserEvents.MUST_CHANGE_PASSWORD, user.mustChangePassword())
                .with(UserEvents.LAST_LOGIN_AT, user.lastLoginAt()));
    }

    /** Tells of the change once the thread's transaction is committed. */
    public void changedAfterCommit(User user) {
        transactions.afterCommit(() -> changed(user));
    }

    /** Tells of the account's end once the thread's transaction is committed. */
    public void deletedAfterCommit(UUID accountId) {
        transactions.afterCommit(() -> deleted(accountId));
    }

    /** To be called after the commit that deleted the account. */
    public void deleted(UUID accountId) {
        forgetUser(accountId);
        publish(Change.removed(UserEvents.TOPIC, accountId, Audience.owner(accountId)));
    }

    private void publish(Change<?> change) {
        Events others = events;
        if (others != null) {
            others.publish(change);
        }
    }

    private Optional<Caller> load(UUID sessionId) {
        return transactions.sql(
                connection -> FIND.first(connection, row -> caller(sessionId, row), sessionId, clock.instant()));
    }

    private Caller caller(UUID sessionId, ResultSet row) throws SQLException {
        Role role = Role.valueOf(row.getString("role"));
        return issuer.draft(Columns.id(row, "id"), row.getString("email"), role, Credential.SESSION)
                .session(sessionId)
                .validUntil(Columns.instant(row, "expires_at"))
                .mustChangePassword(row.getBoolean("must_change_password"))
                .mustVerifyEmail(UserState.valueOf(row.getString("state")) == UserState.UNVERIFIED)
                .mustEnrolSecondFactor(policy.requires(role) && !row.getBoolean("has_factor"))
                .issue();
    }
}
