package io.obox.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.audit.AuditFilter;
import io.obox.audit.AuditProof;
import io.obox.audit.AuditRecord;
import io.obox.page.PageRequest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChainTest {
    private final AuditKit kit = new AuditKit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void anEmptyLogIsSound() {
        AuditProof proof = verify();

        assertThat(proof.sound()).isTrue();
        assertThat(proof.records()).isZero();
        assertThat(proof.last()).isZero();
    }

    @Test
    void recordsGetTheirPlacesAfterTheirTransactions() {
        linked("a", "b", "c");
        kit.changed(AuditKit.ADMIN, "later");

        AuditProof proof = verify();

        assertThat(proof.sound()).isTrue();
        assertThat(proof.records()).isEqualTo(3);
        assertThat(proof.waiting()).isEqualTo(1);
        assertThat(proof.last()).isEqualTo(3);
        assertThat(proof.head()).isEqualTo(records().get(1).hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "who = 'bob@example.org'",
                "at = at + interval '1 microsecond'",
                "user_id = gen_random_uuid()",
                "credential = 'KEY'",
                "session_id = null",
                "action = 'setting.read'",
                "object_type = 'sett'",
                "object_id = null",
                "object_name = 'bb'",
                "address = '192.0.2.8'",
                "problem = 'forbidden'",
                "changes = array['value', 'old', 'other']",
                "changes = array['value', 'oldn', 'ew']",
                "changes = '{}'",
                "hash = sha256('x')",
                "id = gen_random_uuid()"
            })
    void aRecordThatIsChangedIsNoticed(String change) {
        linked("a", "b", "c");

        kit.run("update audit_record set " + change + " where number = 2");

        assertThat(verify().sound()).isFalse();
        assertThat(verify().wrong()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 3"})
    void aRecordThatIsMissingIsNoticed(long number, long wrong) {
        linked("a", "b", "c");

        kit.run("delete from audit_record where number = " + number);

        assertThat(verify().wrong()).isEqualTo(wrong);
    }

    @Test
    void recordsThatChangePlacesAreNoticed() {
        linked("a", "b", "c");

        kit.run("update audit_record set number = -number where number in (2, 3)");
        kit.run("update audit_record set number = 5 + number where number < 0");

        assertThat(verify().wrong()).isEqualTo(2);
    }

    @Test
    void manyWhoRecordAndLinkAtOnceMakeOneChain() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> work = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        for (int j = 0; j < 25; j++) {
                            kit.changed(AuditKit.ANN, i + "-" + j);
                            kit.chain.extend();
                        }
                        return i;
                    })
                    .toList();
            for (Future<Integer> done : threads.invokeAll(work)) {
                done.get();
            }
        }
        linkAll();

        assertThat(verify().sound()).isTrue();
        assertThat(verify().records()).isEqualTo(200);
        assertThat(records().stream().map(AuditRecord::number).sorted())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void theHeadTellsOfAnEndThatWasCutOff() {
        linked("a", "b", "c");
        String noted = verify().head();

        kit.run("delete from audit_record where number = 3");
        kit.run("update audit_chain set (number, hash) = (select number, hash from audit_record where number = 2)");

        assertThat(verify().sound()).isTrue();
        assertThat(verify().head()).isNotEqualTo(noted);
    }

    private void linked(String... names) {
        for (String name : names) {
            kit.changed(AuditKit.ADMIN, name);
        }
        linkAll();
    }

    private void linkAll() {
        int linked;
        do {
            linked = kit.chain.extend();
        } while (linked > 0);
    }

    private AuditProof verify() {
        return kit.trail.verify(AuditKit.ADMIN);
    }

    private List<AuditRecord> records() {
        return kit.trail
                .list(AuditKit.ADMIN, AuditFilter.ANY, new PageRequest(200, null))
                .items();
    }
}
