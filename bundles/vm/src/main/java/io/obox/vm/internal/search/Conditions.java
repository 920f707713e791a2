package io.obox.vm.internal.search;

import io.obox.vm.internal.search.Term.All;
import io.obox.vm.internal.search.Term.Either;
import io.obox.vm.internal.search.Term.Has;
import io.obox.vm.internal.search.Term.InState;
import io.obox.vm.internal.search.Term.Match;
import io.obox.vm.internal.search.Term.Not;
import io.obox.vm.internal.search.Term.Of;
import io.obox.vm.internal.search.Term.Relation;
import io.obox.vm.internal.search.Term.Word;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What terms mean in SQL.
 *
 * @param ids of the hosts, images or owners that a term means
 */
record Conditions(Function<Of, Set<UUID>> ids) {
    Condition of(Term term) {
        return switch (term) {
            case All all -> Condition.all(each(all.terms()));
            case Either either -> Condition.either(each(either.terms()));
            case Not not -> of(not.term()).not();
            case Word word -> word(word.part());
            case InState in -> Condition.of("v.state = ?", in.state().name());
            case Has has -> has(has);
            case Of of -> Condition.in(column(of.relation()), ids.apply(of));
        };
    }

    private List<Condition> each(List<Term> terms) {
        return terms.stream().map(this::of).toList();
    }

    private static Condition word(String part) {
        String pattern = anywhere(part);
        return Condition.of(
                "(v.name like ? escape '!' or v.addresses like ? escape '!' or v.tags like ? escape '!')",
                pattern,
                pattern,
                pattern);
    }

    private static Condition has(Has has) {
        Match match = has.match();
        return switch (has.attribute()) {
            case NAME -> match.whole() ? Condition.of("v.name = ?", match.text()) : like("v.name", match.text());
            case ADDRESS -> match.whole() ? line("v.addresses", match.text()) : like("v.addresses", match.text());
            case TAG -> match.whole() ? tag(match.text()) : like("v.tags", match.text());
        };
    }

    /** A tag with all those beneath it; with a slash at its end only these, with an equals sign in front only itself. */
    private static Condition tag(String tag) {
        if (tag.startsWith(Match.ITSELF)) {
            return line("v.tags", tag.substring(Match.ITSELF.length()));
        }
        return tag.endsWith("/")
                ? Condition.of("chr(10) || v.tags like ? escape '!'", "%\n" + escaped(tag) + "%")
                : Condition.of("v.tag_tree @> array[cast(? as text)]", tag);
    }

    /** One of the lines of a column, by an index. */
    private static Condition line(String column, String line) {
        return Condition.of("string_to_array(" + column + ", chr(10)) @> array[cast(? as text)]", line);
    }

    private static Condition like(String column, String part) {
        return Condition.of(column + " like ? escape '!'", anywhere(part));
    }

    private static String column(Relation relation) {
        return switch (relation) {
            case HOST -> "v.host_id";
            case IMAGE -> "v.image_id";
            case OWNER -> "v.owner_id";
        };
    }

    private static String anywhere(String part) {
        return "%" + escaped(part) + "%";
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
