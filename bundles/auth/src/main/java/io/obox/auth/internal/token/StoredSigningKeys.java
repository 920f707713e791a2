package io.obox.auth.internal.token;

import io.obox.auth.internal.AuthSettings;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.token.KeyRing.Aged;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.TokenKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that all nodes sign with: the first is made by whichever node needs it first, and another one when the newest is
 * old. They are read again every few seconds; while the database is away the keys that are known go on being used.
 */
@Component(
        service = {SigningKeys.class, TokenKeys.class},
        configurationPid = {AuthSettings.PID, "$"})
public final class StoredSigningKeys implements SigningKeys, TokenKeys {
    static final Duration REFRESH = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(StoredSigningKeys.class);
    private static final Sql READ = new Sql("""
            select id, secret, (extract(epoch from now() - created_at) * 1000)::bigint from signing_key
            order by created_at desc""");
    private static final Sql LOCK = new Sql("lock table signing_key in share row exclusive mode");
    private static final Sql ADD = new Sql("insert into signing_key (id, secret, created_at) values (?, ?, now())");

    private static final Sql REPLACE = new Sql("update signing_key set secret = ? where id = ?");

    private final Transactions transactions;
    private final InstantSource clock;
    private final Duration turn;
    private final Duration longest;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable KeyRing ring;

    /** On the bundle's own tables. */
    @Activate
    public StoredSigningKeys(@Reference Transactions transactions, AuthSettings settings) {
        this(
                transactions,
                InstantSource.system(),
                Duration.ofDays(settings.keyDays()),
                longest(Duration.ofDays(settings.refreshDays())));
    }

    /**
     * With a clock of one's own.
     *
     * @param turn how old a key may become before another one takes its place
     * @param longest how long anything lives that is signed
     */
    public StoredSigningKeys(Transactions transactions, InstantSource clock, Duration turn, Duration longest) {
        this.transactions = transactions;
        this.clock = clock;
        this.turn = turn;
        this.longest = longest;
    }

    private static Duration longest(Duration session) {
        return session.compareTo(Devices.LIFETIME) > 0 ? session : Devices.LIFETIME;
    }

    @Override
    public SigningKey current() {
        return ring().current(clock.instant());
    }

    @Override
    public List<SigningKey> verifying() {
        return verifying(longest);
    }

    @Override
    public List<SigningKey> verifying(Duration lifetime) {
        return ring().verifying(clock.instant(), lifetime);
    }

    @Override
    public UUID installation() {
        return ring().oldest();
    }

    @Override
    public void rotate(Caller caller) {
        if (!caller.isAdmin()) {
            throw new ProblemException(Problem.forbidden(AuthMessage.ADMINS_ROTATE_KEYS.with()));
        }
        transactions.sql(StoredSigningKeys::add);
        ring = read();
        LOG.info("{} has had another key made for tokens.", caller.email());
    }

    @Override
    public void revoke(Caller caller) {
        if (!caller.isAdmin()) {
            throw new ProblemException(Problem.forbidden(AuthMessage.ADMINS_REVOKE_KEYS.with()));
        }
        transactions.sql(StoredSigningKeys::replaceAll);
        ring = read();
        LOG.info("{} has had all keys for tokens replaced.", caller.email());
    }

    /** The keys keep their names and ages: only what was signed by them is not known any more. */
    private static int replaceAll(Connection connection) throws SQLException {
        LOCK.update(connection);
        for (Aged aged : stored(connection)) {
            REPLACE.update(connection, SigningKey.random().secret(), aged.key().id());
        }
        return add(connection);
    }

    private KeyRing ring() {
        KeyRing known = ring;
        if (known == null) {
            known = read();
            ring = known;
        } else if (known.olderThan(REFRESH, clock.instant()) && reading.tryLock()) {
            try {
                known = readAgain(known);
                ring = known;
            } finally {
                reading.unlock();
            }
        }
        return known;
    }

    private KeyRing readAgain(KeyRing known) {
        try {
            return read();
        } catch (ProblemException e) {
            LOG.debug("The keys can't be read at the moment.", e);
            return known;
        }
    }

    private KeyRing read() {
        List<Aged> keys = transactions.sql(StoredSigningKeys::stored);
        return new KeyRing(isDue(keys) ? transactions.sql(this::withAnother) : keys, clock.instant());
    }

    /** Of nodes that find another one due at the same moment one makes it. */
    private List<Aged> withAnother(Connection connection) throws SQLException {
        LOCK.update(connection);
        if (isDue(stored(connection))) {
            add(connection);
        }
        return stored(connection);
    }

    private boolean isDue(List<Aged> keys) {
        return keys.isEmpty() || keys.getFirst().age().compareTo(turn) >= 0;
    }

    private static List<Aged> stored(Connection connection) throws SQLException {
        return READ.query(
                connection,
                row -> new Aged(
                        new SigningKey(row.getObject(1, UUID.class), row.getBytes(2)),
                        Duration.ofMillis(row.getLong(3))));
    }

    private static int add(Connection connection) throws SQLException {
        SigningKey key = SigningKey.random();
        return ADD.update(connection, key.id(), key.secret());
    }
}
