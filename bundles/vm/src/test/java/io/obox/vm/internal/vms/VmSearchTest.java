package io.obox.vm.internal.vms;

import static io.obox.vm.internal.kit.Refusals.faults;
import static io.obox.vm.internal.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.user.Caller;
import io.obox.vm.NewVm;
import io.obox.vm.Vm;
import io.obox.vm.VmCounts;
import io.obox.vm.VmFilter;
import io.obox.vm.VmOrder;
import io.obox.vm.VmState;
import io.obox.vm.internal.kit.OvertakenTransactions;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.search.Condition;
import io.obox.vm.internal.store.TextList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VmSearchTest {
    private VmKit kit;
    private VmService vms;

    @BeforeEach
    void setUp() {
        kit = new VmKit();
        vms = kit.vms();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web                     | web-1 web-2",
                "WEB                     | web-1 web-2",
                "name:web                | ",
                "name:web-1              | web-1",
                "name~eb-                | web-1 web-2",
                "tag:prod                | web-1 db",
                "tag:=prod               | web-1",
                "tag:prod/db             | db",
                "tag:pro                 | ",
                "tag:prod/               | db",
                "tag~prod                | web-1 db",
                "eu                      | db",
                "state:running           | web-1 db",
                "state:running,stopped   | web-1 web-2 db",
                "-state:running          | web-2",
                "state:any               | web-1 web-2 db",
                "-state:any              | ",
                "-tag:prod web           | web-2",
                "192.0.2                 | web-1 db",
                "address:192.0.2.1       | web-1",
                "address:192.0.2         | ",
                "address~\"192.0.2\"     | web-1 db",
                "host:SIMULATED          | ",
                "-host:simulated         | web-1 web-2 db",
                "owner:ann@example.org   | web-1 web-2",
                "owner~example           | web-1 web-2 db",
                "-owner:bob@example.org  | web-1 web-2",
                "image:other             | ",
                "_                       | ",
                "%                       | ",
                "\"'\"                   | ",
                "web tag:prod state:running 192.0.2.1 | web-1",
            })
    void aSearchFindsWhatItSays(String query, @Nullable String names) {
        three();

        assertThat(found(VmKit.ADMIN, query))
                .containsExactlyInAnyOrder(names == null ? new String[0] : names.split(" "));
    }

    @Test
    void hostsAndImagesAreKnownByTheirNames() {
        three();
        Vm vm = vms.list(VmKit.ADMIN, VmFilter.ANY, PageRequest.first()).items().getFirst();
        String host = Objects.requireNonNull(vm.host()).name();
        String image = vm.image().name();

        assertThat(found(VmKit.ADMIN, "host:" + host + " image:" + image)).hasSize(3);
        assertThat(found(VmKit.ADMIN, "host~" + host.substring(1) + " image:nothing," + image))
                .hasSize(3);
        assertThat(found(VmKit.ADMIN, "-image:" + image)).isEmpty();
    }

    @Test
    void nobodyFindsWhatBelongsToOthers() {
        three();

        assertThat(found(VmKit.ANN, "state:running")).containsExactly("web-1");
        assertThat(found(VmKit.ANN, "owner:bob@example.org")).isEmpty();
        assertThat(vms.count(VmKit.ANN, search("192.0.2")).total()).isEqualTo(1);
    }

    @Test
    void statesAreCountedWhateverStateIsAskedFor() {
        three();

        VmCounts all = vms.count(VmKit.ADMIN, VmFilter.ANY);
        VmCounts running = vms.count(VmKit.ADMIN, search("web state:running"));

        assertThat(all).isEqualTo(new CountedVms(3, Map.of(VmState.RUNNING, 2L, VmState.STOPPED, 1L)));
        assertThat(running).isEqualTo(new CountedVms(1, Map.of(VmState.RUNNING, 1L, VmState.STOPPED, 1L)));
        assertThat(vms.count(VmKit.ADMIN, search("-state:running")).total()).isEqualTo(1);
        assertThat(vms.count(VmKit.ADMIN, search("-state:any"))).isEqualTo(new CountedVms(0, all.states()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "-name",
                "createdAt",
                "-createdAt",
                "state",
                "-state",
                "vcpus",
                "-vcpus",
                "memoryMib",
                "-diskGib"
            })
    void eachOrderHasEachVmOnceWhileOthersComeAndGo(String sort) {
        List<UUID> made = new ArrayList<>();
        IntStream.range(0, 23).forEach(i -> made.add(created(VmKit.ANN, "vm-" + i * 7 % 23, List.of())));
        made.subList(0, 9).forEach(id -> kit.force(id, "STOPPED"));
        VmOrder order = VmOrder.parse(sort);

        List<Vm> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Vm> page = vms.list(VmKit.ANN, VmFilter.ANY, order, new PageRequest(4, cursor));
            seen.addAll(page.items());
            cursor = page.nextCursor();
            // what a page has shown is of no account for the next one
            kit.transactions.sql(connection -> connection
                    .createStatement()
                    .executeUpdate(
                            "delete from vm where id = '" + seen.getLast().id() + "'"));
        } while (cursor != null);

        assertThat(seen).extracting(Vm::id).containsExactlyInAnyOrderElementsOf(made);
        assertThat(seen).isSortedAccordingTo(comparator(order));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-createdAt", "memoryMib"})
    void aPageWhoseVmsGoWhileItIsReadIsNotTheLast(String sort) {
        List<UUID> made = IntStream.range(0, 4)
                .mapToObj(i -> created(VmKit.ANN, "vm-" + i, List.of()))
                .toList();
        VmOrder order = VmOrder.parse(sort);
        List<UUID> sorted = order.isDescending() ? made.reversed() : made;
        Transactions meanwhile = new OvertakenTransactions(kit.transactions, () -> gone(sorted.subList(1, 3)));
        VmReading reading =
                new VmReading(new VmTable(meanwhile), kit.selection, new VmAccess(kit.table), kit.assembly());

        Page<Vm> page = reading.list(VmKit.ANN, VmFilter.ANY, order, new PageRequest(2, null));

        assertThat(page.items()).extracting(Vm::id).containsExactly(sorted.getFirst());
        assertThat(page.nextCursor()).isNotNull();
        assertThat(vms.list(VmKit.ANN, VmFilter.ANY, order, new PageRequest(2, page.nextCursor()))
                        .items())
                .extracting(Vm::id)
                .containsExactly(sorted.getLast());
    }

    private void gone(List<UUID> ids) {
        kit.transactions.sql(connection ->
                new Sql("delete from vm where id = any (?)").update(connection, (Object) ids.toArray(UUID[]::new)));
    }

    @Test
    void aCursorIsGoodForItsOrder() {
        IntStream.range(0, 3).forEach(i -> created(VmKit.ANN, "vm-" + i, List.of()));
        String cursor = vms.list(VmKit.ANN, VmFilter.ANY, VmOrder.parse("name"), new PageRequest(1, null))
                .nextCursor();

        assertThat(faults(() -> page("-name", cursor))).containsExactly("/cursor");
        assertThat(faults(() -> page("vcpus", "vcpus~two~" + UUID.randomUUID())))
                .containsExactly("/cursor");
        refused("validation", () -> page("name", "nonsense"));
        assertThat(faults(() -> VmOrder.parse("weight"))).containsExactly("/sort");
    }

    @ParameterizedTest
    @CsvSource({
        "tag:prod, vm_by_tag_tree",
        "tag:=prod, vm_by_tag",
        "address:192.0.2.1, vm_by_address",
        "state:failed, vm_by_state",
        "owner:ann@example.org, vm_owner",
    })
    void aSearchIsAnsweredByAnIndex(String query, String index) {
        three();
        many(5_000);
        assertThat(plan(query, " order by v.id desc")).contains(index);
    }

    @ParameterizedTest
    @CsvSource({"name, vm_by_name", "-name, vm_by_name", "state, vm_by_state", "-createdAt, vm_pkey"})
    void aPageIsReadAlongTheIndexOfItsOrder(String sort, String index) {
        three();
        many(5_000);
        assertThat(plan("-tag:nothing", new VmSorting(VmOrder.parse(sort)).clause()))
                .contains(index)
                .doesNotContain("Sort", "Seq Scan");
    }

    @Test
    void aStatementTakesAsManyIdsAsThereAre() {
        three();
        UUID ann = VmKit.ANN.userId();
        List<UUID> owners = Stream.concat(Stream.of(ann), Stream.generate(UUID::randomUUID))
                .limit(70_000)
                .toList();

        assertThat(kit.table.states(Condition.in("v.owner_id", owners)))
                .isEqualTo(Map.of(VmState.RUNNING, 1L, VmState.STOPPED, 1L));
    }

    private String plan(String query, String order) {
        return kit.transactions.sql(connection -> {
            var wanted = kit.selection.of(VmKit.ADMIN.visibility(), search(query));
            Sql explain = new Sql("explain select * from vm v where " + wanted.sql() + order + " limit 50");
            return String.join(
                    "\n",
                    explain.query(
                            connection, row -> row.getString(1), wanted.values().toArray()));
        });
    }

    /** VMs of many owners, that differ from those that tests look for. */
    private void many(int count) {
        kit.transactions.sql(connection -> connection.createStatement().execute("""
                insert into vm (id, owner_id, name, image_id, host_id, vcpus, memory_mib, disk_gib, network, ssh_keys, tags,
                    autostart, desired_power, state, addresses, created_at, version)
                select gen_random_uuid(), gen_random_uuid(), 'many-' || i, gen_random_uuid(), gen_random_uuid(), 1, 64, 1, 'default',
                    '', 'a' || i, false, 'RUNNING', 'RUNNING', '10.0.' || i / 256 || '.' || mod(i, 256), now(), 1
                from generate_series(1, %d) i""".formatted(count)));
        kit.transactions.sql(connection -> connection.createStatement().execute("analyze vm"));
    }

    private void three() {
        seen(created(VmKit.ANN, "web-1", List.of("prod")), "RUNNING", "192.0.2.1", "2001:db8::1");
        seen(created(VmKit.ANN, "web-2", List.of("test")), "STOPPED");
        seen(created(VmKit.BOB, "db", List.of("eu", "prod/db")), "RUNNING", "192.0.2.17");
    }

    private void seen(UUID id, String state, String... addresses) {
        kit.force(id, state);
        kit.transactions.sql(connection -> {
            try (var update = connection.prepareStatement("update vm set addresses = ? where id = ?")) {
                update.setString(1, TextList.text(List.of(addresses)));
                update.setObject(2, id);
                return update.executeUpdate();
            }
        });
    }

    private UUID created(Caller owner, String name, List<String> tags) {
        return vms.create(
                        owner,
                        NewVm.builder()
                                .name(name)
                                .imageId(kit.imageId)
                                .vcpus(1 + name.hashCode() % 2)
                                .memoryMib(64)
                                .diskGib(1)
                                .tags(tags)
                                .build())
                .subject()
                .id();
    }

    private List<String> found(Caller caller, String query) {
        return vms.list(caller, search(query), PageRequest.first()).items().stream()
                .map(Vm::name)
                .toList();
    }

    private Page<Vm> page(String sort, @Nullable String cursor) {
        return vms.list(VmKit.ANN, VmFilter.ANY, VmOrder.parse(sort), new PageRequest(1, cursor));
    }

    private static VmFilter search(String query) {
        return VmFilter.builder().query(query).build();
    }

    private static Comparator<Vm> comparator(VmOrder order) {
        Comparator<Vm> ascending = switch (order.key()) {
            case NAME -> Comparator.comparing(Vm::name);
            case STATE -> Comparator.comparing(vm -> vm.state().name());
            case VCPUS -> Comparator.comparing(vm -> vm.spec().vcpus());
            default -> Comparator.comparing(vm -> 0);
        };
        Comparator<Vm> whole = ascending.thenComparing(vm -> vm.id().toString());
        return order.isDescending() ? whole.reversed() : whole;
    }
}
