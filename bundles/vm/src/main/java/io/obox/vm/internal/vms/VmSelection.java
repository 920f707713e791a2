package io.obox.vm.internal.vms;

import io.obox.user.Visibility;
import io.obox.vm.VmFilter;
import io.obox.vm.VmState;
import io.obox.vm.internal.search.Condition;
import io.obox.vm.internal.search.Meaning;
import io.obox.vm.internal.search.Relations;
import io.obox.vm.internal.search.Search;
import io.obox.vm.internal.search.Term;
import io.obox.vm.internal.search.Term.All;
import io.obox.vm.internal.search.Term.Attribute;
import io.obox.vm.internal.search.Term.Either;
import io.obox.vm.internal.search.Term.Has;
import io.obox.vm.internal.search.Term.InState;
import io.obox.vm.internal.search.Term.Match;
import io.obox.vm.internal.search.Term.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which rows a filter means for somebody who sees so much. */
@Component(service = VmSelection.class)
public final class VmSelection {
    private final Relations relations;

    /**
     * What was found out.
     *
     * @param inAnyState the rows as if nothing was said of the state
     * @param states what is said of it
     */
    record Selected(Condition rows, Condition inAnyState, Predicate<VmState> states) {}

    /** Within the bundle. */
    @Activate
    public VmSelection(@Reference Relations relations) {
        this.relations = relations;
    }

    /**
     * The rows that a filter means.
     *
     * @throws io.obox.problem.ProblemException {@code validation} for a search that can't be read
     */
    Condition of(Visibility visible, VmFilter filter) {
        return select(visible, filter).rows();
    }

    /** The same, also as if the filter said nothing of the state. */
    Selected select(Visibility visible, VmFilter filter) {
        Meaning meaning = relations.meaning(visible);
        List<Term> terms = terms(filter);
        Map<Boolean, List<Term>> parts = terms.stream().collect(Collectors.partitioningBy(VmSelection::isAboutState));
        List<Term> ofState = parts.getOrDefault(true, List.of());
        return new Selected(
                condition(meaning, filter, terms),
                condition(meaning, filter, parts.getOrDefault(false, List.of())),
                state -> ofState.stream().allMatch(term -> isTrue(term, state)));
    }

    /** Whether a term about states is true of this one. */
    private static boolean isTrue(Term term, VmState state) {
        return switch (term) {
            case InState in -> in.state() == state;
            case All all -> all.terms().stream().allMatch(each -> isTrue(each, state));
            case Either either -> either.terms().stream().anyMatch(each -> isTrue(each, state));
            case Not not -> !isTrue(not.term(), state);
            default -> throw new IllegalArgumentException(term + " is not about states.");
        };
    }

    private static Condition condition(Meaning meaning, VmFilter filter, List<Term> terms) {
        List<Condition> conditions = new ArrayList<>();
        if (filter.ownerId() != null) {
            conditions.add(Condition.of("v.owner_id = ?", filter.ownerId()));
        }
        if (filter.hostId() != null) {
            conditions.add(Condition.of("v.host_id = ?", filter.hostId()));
        }
        conditions.add(meaning.of(new All(terms)));
        return Condition.all(conditions);
    }

    private static List<Term> terms(VmFilter filter) {
        List<Term> terms = new ArrayList<>();
        if (filter.state() != null) {
            terms.add(new InState(filter.state()));
        }
        if (filter.text() != null) {
            terms.add(new Has(Attribute.NAME, new Match(lower(filter.text().strip()), false)));
        }
        if (filter.tag() != null) {
            terms.add(new Has(Attribute.TAG, new Match(tag(lower(filter.tag())), true)));
        }
        if (Search.read(filter.query()) instanceof All search) {
            terms.addAll(search.terms());
        }
        return terms;
    }

    /** A filter means the tag itself, unless it asks for those beneath it. */
    private static String tag(String text) {
        return text.endsWith("/") ? text : Match.ITSELF + text;
    }

    private static boolean isAboutState(Term term) {
        return switch (term) {
            case InState state -> true;
            case All all -> all.terms().stream().allMatch(VmSelection::isAboutState);
            case Not not -> isAboutState(not.term());
            case Either either -> either.terms().stream().allMatch(VmSelection::isAboutState);
            default -> false;
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
