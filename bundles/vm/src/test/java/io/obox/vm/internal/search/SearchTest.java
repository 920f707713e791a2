package io.obox.vm.internal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.vm.VmState;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
    @Test
    void eachTermIsRead() {
        Term read =
                Search.read("state:running tag:prod host:north owner:a@b.org image:debian 192.0.2 name~web -tag:old");

        assertThat(read)
                .isEqualTo(new All(List.of(
                        new InState(VmState.RUNNING),
                        new Has(Attribute.TAG, whole("prod")),
                        new Of(Relation.HOST, whole("north")),
                        new Of(Relation.OWNER, whole("a@b.org")),
                        new Of(Relation.IMAGE, whole("debian")),
                        new Word("192.0.2"),
                        new Has(Attribute.NAME, part("web")),
                        new Not(new Has(Attribute.TAG, whole("old"))))));
    }

    @Test
    void nothingAsksForNothing() {
        assertThat(Search.read(null)).isEqualTo(Term.ANY);
        assertThat(Search.read(" \t ")).isEqualTo(Term.ANY);
    }

    @Test
    void quotesKeepBlanksColonsCommasAndHyphens() {
        assertThat(terms("owner:\"Ann, the 1st\" \"tag:x\" -\"-a b\" name:\"say \\\"hi\\\"\""))
                .containsExactly(
                        new Of(Relation.OWNER, whole("ann, the 1st")),
                        new Word("tag:x"),
                        new Not(new Word("-a b")),
                        new Has(Attribute.NAME, whole("say \"hi\"")));
    }

    @Test
    void aCommaIsForAnyOfTheValues() {
        assertThat(terms("-state:failed,LOST"))
                .containsExactly(new Not(new Either(List.of(new InState(VmState.FAILED), new InState(VmState.LOST)))));
    }

    @Test
    void addressesAreWordsInSpiteOfTheirColons() {
        assertThat(terms("2001:DB8::7 fe80::1 -10.0.0.1 -"))
                .containsExactly(
                        new Word("2001:db8::7"), new Word("fe80::1"), new Not(new Word("10.0.0.1")), new Word("-"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web colour:red | At character 5 VMs can't be searched by \"colour\".",
                "state:wild     | At character 7 the state must be one of requested, provisioning",
                "state~run      | At character 7 a colon is needed instead of the tilde: the state must be one of requested",
                "web -tag:      | At character 10 a value is missing.",
                "tag:a,,b       | At character 7 a value is missing.",
                "a name:\"b c    | At character 8 the quotes that open here are not closed.",
            })
    void aFaultIsToldWithItsPlace(String text, String detail) {
        Problem problem = refusal(text);

        assertThat(problem.slug()).isEqualTo("validation");
        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo("/q");
            assertThat(error.detail()).startsWith(detail);
        });
        assertThat(problem.remedy()).contains("name, address, tag, state, host, image or owner");
    }

    @Test
    void aSearchIsBounded() {
        assertThat(refusal("a ".repeat(31)).errors().getFirst().detail()).contains("At character 61", "30");
        assertThat(refusal("a".repeat(1_001)).errors().getFirst().detail()).contains("1000");
    }

    @Test
    void eachValueAfterACommaIsATermOfABoundedSearch() {
        String ten = "a,b,c,d,e,f,g,h,i,j";

        assertThat(terms("host~" + ten + " tag:" + ten + " name~" + ten)).hasSize(3);
        assertThat(refusal("host~" + ten + " -tag:" + ten + " name~" + ten + ",k")
                        .errors()
                        .getFirst()
                        .detail())
                .startsWith("At character 51 the search has too many terms: it may have 30");
    }

    private static Match whole(String text) {
        return new Match(text, true);
    }

    private static Match part(String text) {
        return new Match(text, false);
    }

    private static List<Term> terms(String text) {
        return ((All) Search.read(text)).terms();
    }

    private static Problem refusal(String text) {
        ProblemException[] thrown = new ProblemException[1];
        assertThatThrownBy(() -> Search.read(text)).isInstanceOfSatisfying(ProblemException.class, e -> thrown[0] = e);
        return thrown[0].problem();
    }
}
