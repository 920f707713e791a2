package io.obox.vm.internal.vms;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.Sql;
import io.obox.vm.VmState;
import io.obox.vm.internal.search.Condition;
import io.obox.vm.internal.vms.RowOrder.Place;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the table of VMs says. */
@Component(service = VmTable.class)
public final class VmTable {
    private static final Sql LOCK = new Sql("select 1 from vm where id = ? for update");

    private static final Sql FAILED =
            new Sql("select id from vm where host_id = ? and state = 'FAILED' and deleted_at is null");

    private static final Sql IN_BIN =
            new Sql("select id from vm where host_id = ? and deleted_at is not null and not purging");

    private static final String SELECT = "select v from VmEntity v";

    private static final List<VmState> OBSERVED =
            List.of(VmState.RUNNING, VmState.STOPPED, VmState.PAUSED, VmState.LOST);

    private final Transactions transactions;

    /**
     * Rows of a page.
     *
     * @param next where the next page begins, or null where there is none
     */
    record Found(List<VmRow> rows, @Nullable String next) {}

    /** On the bundle's own tables. */
    @Activate
    public VmTable(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** The VM with this id. */
    public Optional<VmRow> find(UUID id) {
        return transactions.call(entities ->
                query(entities, " where v.id = :id", Map.of("id", id)).stream().findFirst());
    }

    /**
     * Rows that meet a condition, in an order. One that goes between the two statements is left out; whether there are more, and
     * where they begin, is told by what the first one found.
     */
    Found page(Condition wanted, RowOrder order, int limit) {
        Sql page = new Sql("select " + order.columns() + " from vm v where " + wanted.sql() + order.clause() + " limit "
                + (limit + 1));
        return transactions.call(entities -> {
            List<Place> places = transactions.sql(connection ->
                    page.query(connection, Place::of, wanted.values().toArray()));
            boolean more = places.size() > limit;
            List<Place> shown = more ? places.subList(0, limit) : places;
            return new Found(rows(entities, shown), more ? order.cursor(shown.getLast()) : null);
        });
    }

    private static List<VmRow> rows(EntityManager entities, List<Place> places) {
        List<UUID> ids = places.stream().map(Place::id).toList();
        Map<UUID, VmRow> rows = ids.isEmpty()
                ? Map.of()
                : query(entities, " where v.id in :ids", Map.of("ids", ids)).stream()
                        .collect(Collectors.toMap(VmRow::id, Function.identity()));
        return ids.stream().flatMap(id -> Stream.ofNullable(rows.get(id))).toList();
    }

    /** The ids of all rows that meet a condition. */
    List<UUID> ids(Condition wanted) {
        Sql ids = new Sql("select v.id from vm v where " + wanted.sql() + " order by v.id");
        return transactions.sql(connection -> ids.query(
                connection, row -> Columns.id(row, "id"), wanted.values().toArray()));
    }

    /** How many rows there are in each state that meet a condition. */
    Map<VmState, Long> states(Condition wanted) {
        String sql = "select v.state, count(*) from vm v where " + wanted.sql() + " group by v.state";
        return transactions.sql(connection -> new Sql(sql)
                        .query(
                                connection,
                                row -> Map.entry(VmState.valueOf(row.getString(1)), row.getLong(2)),
                                wanted.values().toArray())
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Whether any VM is made of the image. */
    boolean anyOf(UUID image) {
        return transactions.call(
                entities -> !entities.createQuery("select v.id from VmEntity v where v.imageId = :image", UUID.class)
                        .setParameter("image", image)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty());
    }

    /** Has everybody else wait with changes of the VM until the transaction ends. */
    void lock(UUID id) {
        transactions.sql(connection -> LOCK.first(connection, row -> row.getInt(1), id));
    }

    /** VMs of a host that could not be made. Some hosts have thousands, of which hardly any is of interest: only ids are read. */
    public Set<UUID> failed(UUID host) {
        return ids(FAILED, host);
    }

    /** VMs of a host that are in the bin, and to stay there; likewise. */
    public Set<UUID> inBin(UUID host) {
        return ids(IN_BIN, host);
    }

    private Set<UUID> ids(Sql sql, UUID host) {
        return Set.copyOf(transactions.sql(connection -> sql.query(connection, row -> Columns.id(row, "id"), host)));
    }

    /** VMs of a host whose guests are to be compared; in the other states a job is at work, or a person has to decide. */
    public List<KnownGuest> knownGuests(UUID host) {
        return transactions.call(entities -> entities.createQuery(
                        "select v.id, v.ownerId, v.state, v.addresses, v.startedAt, v.version"
                                + " from VmEntity v where v.hostId = :host and v.state in :states and v.deletedAt is null",
                        Object[].class)
                .setParameter("host", host)
                .setParameter("states", OBSERVED)
                .getResultStream()
                .map(VmTable::knownGuest)
                .toList());
    }

    @SuppressWarnings("unchecked") // the entity has the type
    private static KnownGuest knownGuest(Object[] row) {
        return new KnownGuest(
                (UUID) row[0], (UUID) row[1], (VmState) row[2], (List<String>) row[3], (Instant) row[4], (long) row[5]);
    }

    private static List<VmRow> query(EntityManager entities, String where, Map<String, Object> values) {
        TypedQuery<VmEntity> query = entities.createQuery(SELECT + where, VmEntity.class)
                // rows are changed by statements, behind the back of the entities that were read before
                .setHint(QueryHints.MAINTAIN_CACHE, HintValues.FALSE);
        values.forEach(query::setParameter);
        return query.getResultList().stream().map(VmEntity::toRow).toList();
    }
}
