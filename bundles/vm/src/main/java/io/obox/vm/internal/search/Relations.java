package io.obox.vm.internal.search;

import io.obox.host.Hosts;
import io.obox.image.Image;
import io.obox.image.store.ImageStore;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.user.Users;
import io.obox.user.Visibility;
import io.obox.vm.internal.search.Term.Match;
import io.obox.vm.internal.search.Term.Of;
import java.util.List;
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

    /** What a search means in SQL for somebody who sees so much. */
    public Condition condition(Term search, Visibility visible) {
        Condition seen = visible(visible);
        return Condition.all(List.of(seen, new Conditions(term -> ids(term, seen)).of(search)));
    }

    /** True of the rows that are seen. */
    public static Condition visible(Visibility visible) {
        Set<UUID> owners = visible.owners();
        return owners == null ? Condition.TRUE : Condition.in("v.owner_id", owners);
    }

    private Set<UUID> ids(Of term, Condition seen) {
        Match match = term.match();
        return switch (term.relation()) {
            case HOST -> named(hosts.names(referred(HOSTS, seen)), match);
            case OWNER -> named(users.emails(referred(OWNERS, seen)), match);
            case IMAGE -> images(referred(IMAGES, seen), match);
        };
    }

    private Set<UUID> referred(String select, Condition seen) {
        return Set.copyOf(transactions.sql(connection -> new Sql(select + seen.sql())
                .query(
                        connection,
                        row -> row.getObject(1, UUID.class),
                        seen.values().toArray())));
    }

    private static Set<UUID> named(Map<UUID, String> names, Match match) {
        return names.entrySet().stream()
                .filter(entry -> match.meets(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** An image is also called by its system: {@code debian} is any version of it. */
    private Set<UUID> images(Set<UUID> ids, Match match) {
        ImageStore store = images;
        return ids.stream()
                .filter(id ->
                        store.find(id).filter(image -> isCalled(image, match)).isPresent())
                .collect(Collectors.toSet());
    }

    private static boolean isCalled(Image image, Match match) {
        return match.meets(image.name()) || match.meets(image.os());
    }
}
