package io.obox.vm.internal.search;

import io.obox.vm.internal.search.Term.Of;
import io.obox.vm.internal.search.Term.Relation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What searches mean in SQL for somebody who sees so much. Made for one request: the names of hosts, images and owners are asked
 * for once, however many terms and statements need them. Of one thread.
 */
public final class Meaning {
    private final Condition seen;
    private final Function<Relation, Map<UUID, List<String>>> load;
    private final Map<Relation, Map<UUID, List<String>>> names = new EnumMap<>(Relation.class);
    private final Conditions conditions = new Conditions(this::ids);

    /**
     * For this sight.
     *
     * @param load what the hosts, images or owners of the VMs in sight are called, in lower case
     */
    Meaning(Condition seen, Function<Relation, Map<UUID, List<String>>> load) {
        this.seen = seen;
        this.load = load;
    }

    /** True of the rows in sight that are searched for. */
    public Condition of(Term search) {
        return Condition.all(List.of(seen, conditions.of(search)));
    }

    private Set<UUID> ids(Of term) {
        return names.computeIfAbsent(term.relation(), load).entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(term.match()::meets))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
