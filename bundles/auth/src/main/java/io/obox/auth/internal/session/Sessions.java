package io.obox.auth.internal.session;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.obox.audit.AuditEntry;
import io.obox.auth.internal.AuthSettings;
import io.obox.auth.internal.account.AccountTrace;
import io.obox.auth.internal.account.InPerson;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.token.RefreshToken;
import io.obox.auth.internal.token.RefreshTokens;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.settings.AdminSettings;
import io.obox.user.Caller;
import io.obox.user.Credential;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens, renews, lists and ends sessions. */
@AdminSettings(
        pid = SessionSettings.PID,
        attributes = {"sessionDays", "sessionsPerUser"})
@Component(
        service = Sessions.class,
        configurationPid = {AuthSettings.PID, SessionSettings.PID, "$"})
public final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final String END = "session.end";
    private static final String KIND = "session";

    private final Transactions transactions;
    private final RefreshTokens tokens;
    private final LiveSessions live;
    private final AccountTrace trace;
    private volatile SessionTerms terms;
    private final InstantSource clock;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    /** On the configured terms. */
    @Activate
    public Sessions(
            @Reference Transactions transactions,
            @Reference RefreshTokens tokens,
            @Reference LiveSessions live,
            @Reference AccountTrace trace,
            AuthSettings settings,
            SessionSettings ends) {
        this(transactions, tokens, live, trace, SessionTerms.of(settings, ends), InstantSource.system());
    }

    /** Takes over other terms. */
    @Modified
    void modified(AuthSettings settings, SessionSettings ends) {
        terms = SessionTerms.of(settings, ends);
    }

    /** With a clock of one's own. */
    public Sessions(
            Transactions transactions,
            RefreshTokens tokens,
            LiveSessions live,
            AccountTrace trace,
            SessionTerms terms,
            InstantSource clock) {
        this.transactions = transactions;
        this.tokens = tokens;
        this.live = live;
        this.trace = trace;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Opens a session, and forgets those of this account that have run out. Where there are too many, those end that were not used
     * longest.
     */
    public RefreshToken open(UUID accountId, Client client) {
        return open(accountId, client, false);
    }

    /**
     * The same.
     *
     * @param factor whether the second factor was shown, without which none is opened for an account that has one
     */
    public RefreshToken open(UUID accountId, Client client, boolean factor) {
        RefreshToken first = tokens.issue(ids.generate());
        Instant now = clock.instant();
        return transactions.call(em -> {
            em.createQuery("delete from SessionEntity s where s.accountId = :account and s.expiresAt <= :now")
                    .setParameter("account", accountId)
                    .setParameter("now", now)
                    .executeUpdate();
            SessionEntity session = SessionEntity.open(first, accountId, client, now, terms);
            if (factor) {
                session.showFactor();
            }
            em.persist(session);
            em.flush();
            endSurplus(em, accountId);
            return first;
        });
    }

    private void endSurplus(EntityManager em, UUID accountId) {
        em.createQuery(
                        "select s from SessionEntity s where s.accountId = :account order by s.rotatedAt desc, s.id desc",
                        SessionEntity.class)
                .setParameter("account", accountId)
                .setFirstResult(terms.perAccount())
                .getResultList()
                .forEach(session -> remove(em, session));
    }

    /**
     * Exchanges a token for the next one. One that was used before ends its session, for then somebody else has a copy.
     *
     * @return the next token, or empty where the session has ended
     */
    public Optional<RefreshToken> renew(RefreshToken presented) {
        RefreshToken next = tokens.successor(presented);
        List<RefreshToken> candidates = tokens.successors(presented);
        return transactions.call(em -> {
            Instant now = clock.instant();
            SessionEntity session = em.find(SessionEntity.class, presented.sessionId(), LockModeType.PESSIMISTIC_WRITE);
            if (session == null || session.expired(now, terms)) {
                return Optional.empty();
            }
            Optional<RefreshToken> renewed = session.renew(presented, next, candidates, now, terms);
            if (renewed.isPresent()) {
                return renewed;
            }
            LOG.warn(
                    "A refresh token of user {} came a second time: session {} has ended.",
                    session.accountId(),
                    session.id());
            remove(em, session);
            return renewed;
        });
    }

    /** The caller's sessions, newest first. */
    public List<Session> list(Caller caller) {
        InPerson.require(caller);
        return of(caller.userId(), caller.sessionId());
    }

    /**
     * The sessions of an account, newest first.
     *
     * @param current the one that the reader came by
     */
    public List<Session> of(UUID accountId, @Nullable UUID current) {
        return transactions.call(em -> em.createQuery(
                        "select s from SessionEntity s where s.accountId = :account and s.expiresAt > :now"
                                + " order by s.id desc",
                        SessionEntity.class)
                .setParameter("account", accountId)
                .setParameter("now", clock.instant())
                .getResultStream()
                .map(session -> session.toSession(current))
                .toList());
    }

    /** Ends a session of the caller's, or anybody's for an administrator. */
    public void end(Caller caller, UUID id) {
        InPerson.require(caller);
        transactions.call(em -> {
            SessionEntity session = em.find(SessionEntity.class, id);
            if (session == null || !caller.visibility().includes(session.accountId())) {
                throw new ProblemException(Problem.notFound(AuthMessage.NO_SUCH_SESSION.with()));
            }
            trace.record(AccountTrace.by(caller, END).on(KIND, id.toString(), ""));
            return remove(em, session);
        });
    }

    /** Ends the session, for whoever came by it, if it has not ended. */
    public void end(UUID id) {
        transactions.call(em -> {
            SessionEntity session = em.find(SessionEntity.class, id);
            if (session == null) {
                return false;
            }
            trace.record(AuditEntry.builder(END)
                    .by(session.accountId(), emailOf(em, session), Credential.SESSION)
                    .on(KIND, id.toString(), ""));
            return remove(em, session);
        });
    }

    private static String emailOf(EntityManager em, SessionEntity session) {
        return em.createQuery("select a.email from AccountEntity a where a.id = :id", String.class)
                .setParameter("id", session.accountId())
                .getSingleResult();
    }

    /** Ends every session of the account but one, or every single one. */
    public void endOthers(UUID accountId, @Nullable UUID kept) {
        transactions.call(
                em -> em.createQuery("select s from SessionEntity s where s.accountId = :account", SessionEntity.class)
                        .setParameter("account", accountId)
                        .getResultStream()
                        .filter(session -> !session.id().equals(kept))
                        .filter(session -> remove(em, session))
                        .count());
    }

    private boolean remove(EntityManager em, SessionEntity session) {
        UUID id = session.id();
        UUID account = session.accountId();
        em.remove(session);
        transactions.afterCommit(() -> live.ended(id, account));
        return true;
    }
}
