package io.obox.vm.internal.search;

import io.obox.vm.VmState;
import io.obox.vm.internal.message.SearchMessage;
import io.obox.vm.internal.search.Term.All;
import io.obox.vm.internal.search.Term.Attribute;
import io.obox.vm.internal.search.Term.Either;
import io.obox.vm.internal.search.Term.Has;
import io.obox.vm.internal.search.Term.InState;
import io.obox.vm.internal.search.Term.Match;
import io.obox.vm.internal.search.Term.Not;
import io.obox.vm.internal.search.Term.Of;
import io.obox.vm.internal.search.Term.Relation;
import io.obox.vm.internal.search.Term.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads searches. Bounded, so that nobody has the database compare for minutes. */
public final class Search {
    private static final int MAX_LENGTH = 1_000;
    private static final int MAX_TERMS = 30;

    /** Says that all are meant where nothing must be said by mistake. */
    private static final String ANY_STATE = "any";

    private final SearchText text;
    private int terms;

    private Search(SearchText text) {
        this.text = text;
    }

    /**
     * What a text asks for; null and blanks ask for nothing.
     *
     * @throws io.obox.problem.ProblemException {@code validation}, which tells where the text is wrong
     */
    public static Term read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Term.ANY;
        }
        if (text.length() > MAX_LENGTH) {
            throw SearchText.fault(MAX_LENGTH, SearchMessage.TOO_LONG.with(MAX_LENGTH));
        }
        return new Search(new SearchText(text)).all();
    }

    private Term all() {
        List<Term> terms = new ArrayList<>();
        while (text.more()) {
            terms.add(text.skip('-') ? new Not(term()) : term());
        }
        return new All(terms);
    }

    private Term term() {
        int begin = text.position();
        String field = text.field().toLowerCase(Locale.ROOT);
        if (field.isEmpty()) {
            count(1, begin);
            return new Word(lower(text.value("")));
        }
        boolean whole = text.sign() == ':';
        int at = text.position();
        List<String> values = text.values();
        count(values.size(), begin);
        List<Term> either = values.stream()
                .map(value -> named(field, begin, new Match(lower(value), whole), at))
                .toList();
        return either.size() == 1 ? either.getFirst() : new Either(either);
    }

    /** Each value is compared by itself, so each counts. */
    private void count(int values, int begin) {
        terms += values;
        if (terms > MAX_TERMS) {
            throw SearchText.fault(begin, SearchMessage.TOO_MANY_TERMS.with(MAX_TERMS));
        }
    }

    private static Term named(String field, int begin, Match match, int at) {
        return switch (field) {
            case "name" -> new Has(Attribute.NAME, match);
            case "address" -> new Has(Attribute.ADDRESS, match);
            case "tag" -> new Has(Attribute.TAG, match);
            case "host" -> new Of(Relation.HOST, match);
            case "image" -> new Of(Relation.IMAGE, match);
            case "owner" -> new Of(Relation.OWNER, match);
            case "state" -> state(match, at);
            default -> throw SearchText.fault(begin, SearchMessage.UNKNOWN_FIELD.with(field));
        };
    }

    private static Term state(Match match, int at) {
        if (match.whole() && match.text().equals(ANY_STATE)) {
            return Term.ANY;
        }
        return Arrays.stream(VmState.values())
                .filter(state -> match.whole() && lower(state.name()).equals(match.text()))
                .findFirst()
                .map(InState::new)
                .orElseThrow(() -> SearchText.fault(
                        at,
                        (match.whole() ? SearchMessage.UNKNOWN_STATE : SearchMessage.STATE_NEEDS_COLON)
                                .with(states())));
    }

    private static String states() {
        return Stream.concat(Arrays.stream(VmState.values()).map(VmState::name), Stream.of(ANY_STATE))
                .map(Search::lower)
                .collect(Collectors.joining(", "));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
