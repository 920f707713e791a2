package io.obox.queue.internal.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.job.Job;
import io.obox.job.JobRequest;
import io.obox.job.JobState;
import io.obox.job.Subject;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.queue.internal.LedgerJobs;
import io.obox.queue.internal.ledger.Capability;
import io.obox.queue.internal.ledger.Claims;
import io.obox.queue.internal.ledger.Offer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RKeys;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.KeysScanOptions;

/** Nodes on one database and one Redis. */
public final class Cluster implements AutoCloseable {
    public static final UUID OWNER = new UUID(1, 1);
    public final TestDatabase database;
    public final Transactions transactions;
    private final @Nullable Redis redis;
    private final List<RedissonClient> clients = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    private Cluster(TestDatabase database, @Nullable Redis redis) {
        this.database = database;
        this.transactions = database.bundle("io.obox.queue", LedgerJobs.class, List.of());
        this.redis = redis;
        await().until(transactions::ready);
    }

    public static Cluster withRedis() {
        return new Cluster(TestDatabase.counted(), new Redis());
    }

    public static Cluster withoutRedis() {
        return new Cluster(TestDatabase.counted(), null);
    }

    /** Its nodes' clocks are behind the database's by so much, or ahead. */
    public static Cluster withoutRedis(Duration behind) {
        return new Cluster(TestDatabase.withClock(behind), null);
    }

    public Redis redis() {
        return Objects.requireNonNull(redis);
    }

    /** A node that begins to work at once, if it is given workers and handlers. */
    public Node node(String name, int workers) {
        return node(name, workers, Node.LEASE);
    }

    /** The same with leases of its own. */
    public Node node(String name, int workers, Duration lease) {
        RedissonClient client = null;
        if (redis != null) {
            client = redis.client();
            clients.add(client);
        }
        Node node = new Node(Node.tuning(name, workers, lease), transactions, client);
        nodes.add(node);
        if (client != null) {
            await().until(() -> Boolean.TRUE.equals(node.dispatch.up()));
        }
        return node;
    }

    /** A client for the test itself. */
    public RedissonClient client() {
        return clients.getFirst();
    }

    /** How many jobs stand in the lines of Redis. */
    public long waitingInRedis() {
        RKeys keys = client().getKeys();
        long waiting = 0;
        for (String key : keys.getKeys(KeysScanOptions.defaults().pattern("{obox:jobs}:line:*"))) {
            waiting += client().getScoredSortedSet(key).size();
        }
        return waiting;
    }

    public static JobRequest request(String kind, String text) {
        return request(kind, text, OWNER);
    }

    public static JobRequest request(String kind, String text, UUID owner) {
        return JobRequest.of(kind, new Subject("thing", UUID.randomUUID(), text), new TestHandler.Args(text), owner);
    }

    public Job job(UUID id) {
        return nodes.getFirst().jobs.get(Callers.ADMIN, id);
    }

    public Job awaitState(UUID id, JobState state) {
        await().untilAsserted(() -> assertThat(job(id).state()).isEqualTo(state));
        return job(id);
    }

    /** What a worker can do that has handlers for these kinds and reaches no place. */
    public static Capability able(String... kinds) {
        return new Capability(Arrays.stream(kinds).collect(Collectors.toMap(kind -> kind, kind -> 3)), Set.of());
    }

    /** Every waiting job as it would be offered. */
    public List<Offer> offers() {
        return new Claims(transactions).waitingInTurn(able("test"), 1000);
    }

    /** A number that the database is asked for. */
    public long number(String query, @Nullable Object... parameters) {
        return transactions.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                bind(statement, parameters);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    public int execute(String command, @Nullable Object... parameters) {
        return transactions.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(command)) {
                bind(statement, parameters);
                return statement.executeUpdate();
            }
        });
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws Exception {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        clients.forEach(Redis::shutdown);
        if (redis != null) {
            redis.close();
        }
        database.close();
    }
}
