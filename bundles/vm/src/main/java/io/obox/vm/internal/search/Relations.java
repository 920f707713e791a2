package io.obox.vm.internal.search;

import io.obox.host.Hosts;
import io.obox.image.Image;
import io.obox.image.store.ImageStore;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.user.Users;
import io.obox.user.Visibility;
import io.obox.vm.internal.search.Term.Relation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Finds the hosts, images and owners that a search names. They belong to other domains, whose tables are not joined: the ids that
 * visible VMs have are taken from here, and the names of these from their services.
 */
@Component(service = Relations.class)
public final class Relations {
    private static final String HOSTS = "select distinct v.host_id as id from vm v where v.host_id is not null and ";
    private static final String IMAGES = "select distinct v.image_id as id from vm v where ";
    private static final String OWNERS = "select distinct v.owner_id as id from vm v where ";

    private final Transactions transactions;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Users users;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Hosts hosts;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile ImageStore images;

    /** On the bundle's own tables. */
    @Activate
    public Relations(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** What searches mean to somebody who sees so much. */
    public Meaning meaning(Visibility visible) {
        Condition seen = visible(visible);
        return new Meaning(seen, relation -> names(relation, seen));
    }

    /** True of the rows that are seen, but for those in the bin. */
    public static Condition visible(Visibility visible) {
        return seen("v.deleted_at is null", visible);
    }

    /** True of the rows in the bin that are seen. */
    public static Condition inBin(Visibility visible) {
        return seen("v.deleted_at is not null", visible);
    }

    /** True of the rows that are seen, in the bin or not. */
    public static Condition anywhere(Visibility visible) {
        return seen("true", visible);
    }

    private static Condition seen(String which, Visibility visible) {
        Set<UUID> owners = visible.owners();
        Condition rows = Condition.of(which);
        return owners == null ? rows : Condition.all(List.of(rows, Condition.in("v.owner_id", owners)));
    }

    private Map<UUID, List<String>> names(Relation relation, Condition seen) {
        return switch (relation) {
            case HOST -> each(hosts.names(referred(HOSTS, seen)));
            case OWNER -> each(users.emails(referred(OWNERS, seen)));
            case IMAGE -> images(referred(IMAGES, seen));
        };
    }

    private Set<UUID> referred(String select, Condition seen) {
        return Set.copyOf(transactions.sql(connection -> new Sql(select + seen.sql())
                .query(
                        connection,
                        row -> row.getObject(1, UUID.class),
                        seen.values().toArray())));
    }

    private static Map<UUID, List<String>> each(Map<UUID, String> names) {
        return names.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(lower(entry.getValue()))));
    }

    /** An image is also called by its system: {@code debian} is any version of it. Those that are gone are left out together. */
    private Map<UUID, List<String>> images(Set<UUID> ids) {
        ImageStore store = images;
        return store.names(ids).keySet().stream()
                .flatMap(id -> store.find(id).stream())
                .collect(Collectors.toMap(Image::id, image -> List.of(lower(image.name()), lower(image.os()))));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
