package io.obox.audit.internal.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.audit.AuditProof;
import io.obox.audit.internal.AuditKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgedRecordsTest {
    private final AuditKit kit = new AuditKit();
    private final AgedRecords aged = new AgedRecords(30, kit.transactions);

    @BeforeEach
    void setUp() {
        for (int i = 1; i <= 5; i++) {
            kit.changed(AuditKit.ADMIN, "setting-" + i);
        }
        kit.run("update audit_record set at = at - interval '31 days'"
                + " where object_id in ('setting-1', 'setting-2', 'setting-4')");
        kit.chain.extend();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void theOldGoFromTheBeginningAndTheRestIsSound() {
        assertThat(aged.deleteAged(100)).isEqualTo(2);

        AuditProof proof = proof();
        assertThat(proof.sound()).isTrue();
        assertThat(proof.records()).isEqualTo(3);
        assertThat(proof.last()).isEqualTo(5);
        assertThat(aged.deleteAged(100)).isZero();
    }

    @Test
    void noMoreGoAtOnceThanMay() {
        assertThat(aged.deleteAged(1)).isEqualTo(1);
        assertThat(proof().sound()).isTrue();
        assertThat(aged.deleteAged(1)).isEqualTo(1);
        assertThat(proof().sound()).isTrue();
        assertThat(aged.deleteAged(1)).isZero();
    }

    @Test
    void whoeverDeletesMoreThanTheOldIsNoticed() {
        aged.deleteAged(100);

        kit.run("delete from audit_record where number = 3");

        assertThat(proof().wrong()).isEqualTo(3);
    }

    @Test
    void zeroDaysKeepAll() {
        assertThat(new AgedRecords(0, kit.transactions).deleteAged(100)).isZero();
    }

    private AuditProof proof() {
        return kit.trail.verify(AuditKit.ADMIN);
    }
}
