package io.obox.vm.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.job.Job;
import io.obox.job.JobState;
import io.obox.page.PageRequest;
import io.obox.version.ExpectedVersion;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of VMs that nobody gives back. */
class ExpiryTest {
    private VmKit kit;
    private VmService vms;
    private BinKit bin;
    private UUID id;

    @BeforeEach
    void setUp() {
        kit = new VmKit();
        vms = kit.vms();
        bin = new BinKit(kit);
        id = bin.running("web");
    }

    @Test
    void whatHasBeenThereForTooLongGoesAndNothingElse() throws Exception {
        bin.delete(id);
        UUID other = bin.running("db");
        bin.delete(other);
        age(id, Duration.ofDays(8));
        BinExpiry expiry = new BinExpiry(kit.bin());

        assertThat(expire(expiry)).isEqualTo(1);
        assertThat(expire(expiry)).isZero();

        List<Job> purges = kit.jobs.ofKind(VmJobs.DELETE).stream()
                .filter(job -> !bin.isKept(job))
                .toList();
        assertThat(purges)
                .singleElement()
                .satisfies(job -> assertThat(job.subject().id()).isEqualTo(id));
        bin.run(purges.getFirst());
        assertThat(bin.binned(VmKit.ANN))
                .singleElement()
                .satisfies(vm -> assertThat(vm.id()).isEqualTo(other));
    }

    @Test
    void whatCouldNotBeTakenAwayIsTriedAgainADayLater() throws Exception {
        bin.delete(id);
        age(id, Duration.ofDays(8));
        BinExpiry expiry = new BinExpiry(kit.bin());
        expire(expiry);
        bin.end(kit.jobs.ofKind(VmJobs.DELETE).getLast(), JobState.DISCARDED, null);

        assertThat(expire(expiry)).isZero();
        assertThat(bin.binned(VmKit.ANN).getFirst().expiresAt())
                .isAfter(Instant.now().plus(Duration.ofHours(23)));

        age(id, Duration.ofDays(1).plusMinutes(1));
        assertThat(expire(expiry)).isEqualTo(1);
    }

    @Test
    void whatIsThereKeepsItsDaysWhenTheBinIsTurnedOff() throws Exception {
        bin.delete(id);
        kit.binDays = 0;

        assertThat(expire(new BinExpiry(kit.bin()))).isZero();
        assertThat(kit.vms().bin(VmKit.ANN, null, PageRequest.first()).items())
                .singleElement()
                .satisfies(
                        vm -> assertThat(vm.expiresAt()).isAfter(Instant.now().plus(Duration.ofDays(6))));
    }

    @Test
    void whoDeletedWhileThereWasABinFindsTheVmThereThoughItIsTurnedOffMeanwhile() throws Exception {
        Job job = vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);
        kit.binDays = 0;
        new BinKit(kit).run(job);

        assertThat(expire(new BinExpiry(kit.bin()))).isZero();
        assertThat(bin.binned(VmKit.ANN)).hasSize(1);
    }

    @Test
    void noNumberOfDaysIsTooLongForTheDatabase() throws Exception {
        kit.binDays = Integer.MAX_VALUE;
        new BinKit(kit).delete(id);

        assertThat(bin.binned(VmKit.ANN)).hasSize(1);
        assertThat(expire(new BinExpiry(kit.bin()))).isZero();
    }

    @Test
    void aRowOfAVersionThatDoesNotKnowTheEndHasOne() throws Exception {
        kit.force(id, "DELETING");
        kit.transactions.sql(connection -> connection
                .createStatement()
                .executeUpdate("update vm set deleted_at = now(), former_name = name, name = id::text"));

        assertThat(bin.binned(VmKit.ANN))
                .singleElement()
                .satisfies(vm -> assertThat(Duration.between(vm.deletedAt(), vm.expiresAt()))
                        .isEqualTo(Duration.ofDays(7)));
    }

    private int expire(BinExpiry expiry) {
        return kit.transactions.call(entities -> expiry.deleteAged(10));
    }

    private void age(UUID vm, Duration age) {
        kit.transactions.sql(connection -> connection
                .createStatement()
                .executeUpdate("update vm set expires_at = expires_at - interval '" + age.toSeconds()
                        + " seconds' where id = '" + vm + "'"));
    }
}
