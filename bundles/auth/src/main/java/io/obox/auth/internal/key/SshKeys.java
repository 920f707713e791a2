package io.obox.auth.internal.key;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.field.FieldErrors;
import io.obox.auth.internal.message.AuthProblem;
import io.obox.auth.internal.message.ProfileMessage;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.SshPublicKey;
import io.obox.user.UnreadableKeyException;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the public keys of people. Everybody has only their own to do with, administrators too. */
@Component(service = SshKeys.class)
public final class SshKeys {
    static final int MOST = 50;

    private final Transactions transactions;
    private final Accounts accounts;
    private final InstantSource clock;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    /** Within the bundle. */
    @Activate
    public SshKeys(@Reference Transactions transactions, @Reference Accounts accounts) {
        this(transactions, accounts, InstantSource.system());
    }

    /** With a clock of one's own. */
    public SshKeys(Transactions transactions, Accounts accounts, InstantSource clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The caller's keys, oldest first. */
    public List<SshKeyDocument> list(Caller caller) {
        return transactions.call(em -> saved(em, caller.userId()));
    }

    /** One of the caller's keys. */
    public SshKeyDocument get(Caller caller, UUID id) {
        return transactions.call(em -> find(em, caller, id).toDocument());
    }

    /**
     * Keeps a key.
     *
     * @param name what it is called, or null for its comment
     * @param line as OpenSSH writes it
     * @throws ProblemException {@code validation}, {@code key-saved}, {@code limit-reached}
     */
    public SshKeyDocument add(Caller caller, @Nullable String name, @Nullable String line) {
        FieldErrors errors = new FieldErrors();
        SshPublicKey key = key(line, errors);
        String accepted = errors.name(name == null && key != null ? key.comment() : name, "/name");
        errors.throwIfAny();
        return add(caller.userId(), accepted, Objects.requireNonNull(key));
    }

    private static @Nullable SshPublicKey key(@Nullable String line, FieldErrors errors) {
        try {
            return SshPublicKey.parse(line == null ? "" : line);
        } catch (UnreadableKeyException e) {
            errors.add("/publicKey", e.said());
            return null;
        }
    }

    private SshKeyDocument add(UUID accountId, String name, SshPublicKey key) {
        return transactions.call(em -> {
            accounts.lock(accountId);
            refuseMore(saved(em, accountId), key);
            // as the database keeps it
            SshKeyEntity entity = SshKeyEntity.of(
                    ids.generate(), accountId, name, key, clock.instant().truncatedTo(ChronoUnit.MICROS));
            em.persist(entity);
            return entity.toDocument();
        });
    }

    private static void refuseMore(List<SshKeyDocument> saved, SshPublicKey key) {
        saved.stream()
                .filter(known -> known.fingerprint().equals(key.fingerprint()))
                .findFirst()
                .ifPresent(known -> {
                    throw new ProblemException(AuthProblem.KEY_SAVED.of(ProfileMessage.KEY_SAVED.with(known.name())));
                });
        if (saved.size() >= MOST) {
            throw new ProblemException(AuthProblem.LIMIT_REACHED
                    .of(ProfileMessage.TOO_MANY_KEYS.with(MOST))
                    .withRemedy(ProfileMessage.DELETE_UNUSED.with()));
        }
    }

    /** Forgets a key. VMs that have it keep it. */
    public void delete(Caller caller, UUID id) {
        transactions.call(em -> {
            em.remove(find(em, caller, id));
            return true;
        });
    }

    private static SshKeyEntity find(EntityManager em, Caller caller, UUID id) {
        SshKeyEntity entity = em.find(SshKeyEntity.class, id);
        if (entity == null || !entity.accountId().equals(caller.userId())) {
            throw new ProblemException(Problem.notFound(ProfileMessage.NO_SUCH_KEY.with()));
        }
        return entity;
    }

    private static List<SshKeyDocument> saved(EntityManager em, UUID accountId) {
        return em.createQuery(
                        "select k from SshKeyEntity k where k.accountId = :account order by k.id", SshKeyEntity.class)
                .setParameter("account", accountId)
                .getResultStream()
                .map(SshKeyEntity::toDocument)
                .toList();
    }
}
