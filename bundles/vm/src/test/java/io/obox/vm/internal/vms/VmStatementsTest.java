package io.obox.vm.internal.vms;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.persistence.sql.Sql;
import io.obox.persistence.testkit.CountedSockets;
import io.obox.vm.NewVm;
import io.obox.vm.Vm;
import io.obox.vm.VmFilter;
import io.obox.vm.VmOrder;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.store.SnapshotCache;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How often the database is asked for what is done most: each statement is a round trip, and takes time of both sides. The kit
 * remembers neither hosts nor images, which a node does for a moment.
 */
class VmStatementsTest {
    /** PostgreSQL may write something by itself between two of them. */
    private static final int TRIES = 20;

    /** What the ledger of the kit takes to say which jobs are unfinished. */
    private static final int KIT_JOBS = 3;

    /** What the kit takes to say what hosts, images and owners are called. */
    private static final int NAMES = 6;

    /** The languages of the functions of OBox that generated columns call. */
    private static final Sql FUNCTIONS_OF_COLUMNS = new Sql("""
            select language.lanname from pg_attrdef as made
            join pg_attribute as of on of.attrelid = made.adrelid and of.attnum = made.adnum and of.attgenerated = 's'
            join pg_depend as needs on needs.classid = 'pg_attrdef'::regclass and needs.objid = made.oid
                and needs.refclassid = 'pg_proc'::regclass
            join pg_proc as function on function.oid = needs.refobjid
            join pg_language as language on language.oid = function.prolang
            where made.adrelid = 'vm'::regclass""");

    private VmKit kit;
    private VmService vms;

    @BeforeEach
    void setUp() {
        kit = new VmKit();
        vms = kit.vms();
    }

    @Test
    void creatingAVm() {
        assertThat(statements(() -> vms.create(VmKit.ANN, another())))
                .as("image, hosts; begin, job, VM with its owner's usage, host; the three of an early commit")
                .isEqualTo(2 + 4 + 3);
    }

    @Test
    void creatingAVmHoldsItsOwnersRowForOneTrip() {
        assertThat(trips(() -> vms.create(VmKit.ANN, another())))
                .as("image, hosts; job, VM with its owner's usage, host with the commit")
                .isEqualTo(2 + 3);
    }

    @Test
    void whatPostgresMakesOfAVmIsPlannedOnce() {
        assertThat(kit.transactions.<List<String>>sql(
                        connection -> FUNCTIONS_OF_COLUMNS.query(connection, row -> row.getString(1))))
                .as("functions in SQL are planned for each row")
                .containsExactly("plpgsql");
    }

    @Test
    void readingAVm() {
        UUID id = vms.create(VmKit.ANN, another()).subject().id();
        assertThat(statements(() -> vms.get(VmKit.ANN, id)))
                .as("VM, hosts, images; jobs")
                .isEqualTo(3 + KIT_JOBS);
    }

    @Test
    void aListThatHasChanged() {
        vms.create(VmKit.ANN, another());
        assertThat(statements(this::list)).as("order, VMs, hosts, images; jobs").isEqualTo(4 + KIT_JOBS);
    }

    @Test
    void aListThatHasNotChanged() {
        SnapshotCache cache = new SnapshotCache(kit.transactions);
        vms.create(VmKit.ANN, another());
        assertThat(statements(() -> cache.answer("list", Page.class, this::list)))
                .as("whether anything has changed")
                .isEqualTo(1);
    }

    @Test
    void aSearchAsksForNamesOnce() {
        vms.create(VmKit.ANN, another());
        String few = "-host~zz image~t owner~ann";
        String many = "-host~zz,zy,zx -host~zw image~t,zv,zu -image~zs owner~ann,zr,zq state:requested";

        assertThat(statements(() -> listAndCount(few)))
                .as("ids and names of hosts, images and owners, each image; states; order, VMs, hosts, images; jobs")
                .isEqualTo(NAMES + 1 + 4 + KIT_JOBS);
        assertThat(statements(() -> listAndCount(many)))
                .as("the same, whatever states are asked for")
                .isEqualTo(NAMES + 1 + 4 + KIT_JOBS);
    }

    @Test
    void imagesThatAreGoneCostASearchNothing() {
        vms.create(VmKit.ANN, another());
        long before = statements(() -> listAndCount("image~t"));
        kit.transactions.sql(connection -> connection.createStatement().executeUpdate("""
                insert into vm (id, owner_id, name, image_id, vcpus, memory_mib, disk_gib, network, ssh_keys, tags,
                    autostart, desired_power, state, addresses, created_at, version)
                select gen_random_uuid(), owner_id, 'gone-' || i, gen_random_uuid(), 1, 64, 1, 'default',
                    '', '', false, 'STOPPED', 'STOPPED', '', now(), 1
                from vm, generate_series(1, 50) i"""));

        assertThat(statements(() -> listAndCount("image~t"))).isLessThanOrEqualTo(before + 1);
    }

    private void listAndCount(String query) {
        AskedVms asked = vms.asked(VmKit.ANN, VmFilter.builder().query(query).build());
        asked.list(VmOrder.parse(null), PageRequest.first());
        asked.count();
    }

    private Page<Vm> list() {
        return vms.list(VmKit.ANN, VmFilter.ANY, PageRequest.first());
    }

    private NewVm another() {
        return kit.small("vm-" + UUID.randomUUID());
    }

    private static long statements(Runnable action) {
        return fewest(CountedSockets::sent, action);
    }

    /** Statements that are sent at once are one. */
    private static long trips(Runnable action) {
        return fewest(CountedSockets::trips, action);
    }

    /** What it took when nothing else was in its way. */
    private static long fewest(LongSupplier counter, Runnable action) {
        return LongStream.range(0, TRIES)
                .map(i -> {
                    long before = counter.getAsLong();
                    action.run();
                    return counter.getAsLong() - before;
                })
                .min()
                .orElseThrow();
    }
}
