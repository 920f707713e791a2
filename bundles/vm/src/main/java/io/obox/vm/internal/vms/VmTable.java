package io.obox.vm.internal.vms;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.user.Visibility;
import io.obox.vm.VmFilter;
import io.obox.vm.VmState;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    private static final String SELECT = "select v from VmEntity v";

    private static final List<VmState> OBSERVED =
            List.of(VmState.RUNNING, VmState.STOPPED, VmState.PAUSED, VmState.LOST);

    private final Transactions transactions;

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
     * VMs from the newest on.
     *
     * @param before the VM after which to go on, or null for the beginning
     */
    List<VmRow> page(Visibility visible, VmFilter filter, @Nullable UUID before, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder(" where 1 = 1");
        limit(where, values, "v.ownerId in :owners", "owners", visible.owners());
        limit(where, values, "v.ownerId = :ofOwner", "ofOwner", filter.ownerId());
        limit(where, values, "v.hostId = :host", "host", filter.hostId());
        limit(where, values, "v.state = :state", "state", filter.state());
        limit(where, values, "v.id < :before", "before", before);
        limit(where, values, "v.name like :text escape '!'", "text", pattern(filter.text()));
        limit(where, values, "concat('\n', v.tags, '\n') like :tag escape '!'", "tag", tagPattern(filter.tag()));
        where.append(" order by v.id desc");
        return transactions.call(entities -> query(entities, where.toString(), values, limit));
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

    /** VMs of a host that could not be made. */
    public List<VmRow> failed(UUID host) {
        return transactions.call(entities -> query(
                entities,
                " where v.hostId = :host and v.state = :state",
                Map.of("host", host, "state", VmState.FAILED)));
    }

    /** VMs of a host whose guests are to be compared; in the other states a job is at work, or a person has to decide. */
    public List<KnownGuest> knownGuests(UUID host) {
        return transactions.call(entities -> entities.createQuery(
                        "select v.id, v.ownerId, v.state, v.addresses, v.startedAt, v.version"
                                + " from VmEntity v where v.hostId = :host and v.state in :states",
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
        return query(entities, where, values, Integer.MAX_VALUE);
    }

    private static List<VmRow> query(EntityManager entities, String where, Map<String, Object> values, int limit) {
        TypedQuery<VmEntity> query = entities.createQuery(SELECT + where, VmEntity.class)
                // rows are changed by statements, behind the back of the entities that were read before
                .setHint(QueryHints.MAINTAIN_CACHE, HintValues.FALSE)
                .setMaxResults(limit);
        values.forEach(query::setParameter);
        return query.getResultList().stream().map(VmEntity::toRow).toList();
    }

    private static void limit(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    private static @Nullable String pattern(@Nullable String text) {
        return text == null ? null : "%" + escaped(text.strip().toLowerCase(Locale.ROOT)) + "%";
    }

    private static @Nullable String tagPattern(@Nullable String tag) {
        return tag == null ? null : "%\n" + escaped(tag) + "\n%";
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
