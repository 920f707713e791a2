package io.obox.vm.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.host.testkit.HostKit;
import io.obox.image.testkit.ImageKit;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.vm.internal.vms.VmEntity;
import io.obox.vm.internal.vms.VmTable;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The tables of OBox 0.1.0, all of one bundle, become those of three. */
class AdoptionTest {
    private static final UUID VM = new UUID(0, 1);
    private static final UUID IMAGE = new UUID(0, 2);
    private static final UUID HOST = new UUID(0, 3);

    @Test
    void rowsOfTheFirstReleaseStayAndNothingHoldsThemTogether() {
        try (TestDatabase database = TestDatabase.create()) {
            Transactions before =
                    database.bundle("io.obox.vm", "0.1.0", VmEntity.class, List.of(), List.of(firstRelease()));
            fill(before);

            Transactions hosts = HostKit.tables(database);
            Transactions images = ImageKit.tables(database);
            Transactions vms = database.bundle("io.obox.vm", VmEntity.class, TextList.class);

            assertThat(new VmTable(vms).find(VM)).hasValueSatisfying(vm -> {
                assertThat(vm.hostId()).isEqualTo(HOST);
                assertThat(vm.spec().imageId()).isEqualTo(IMAGE);
            });
            assertThat(deleted(hosts, "host")).isOne();
            assertThat(deleted(images, "image")).isOne();
            assertThat(new VmTable(vms).find(VM)).isPresent();
        }
    }

    private static URL firstRelease() {
        return Objects.requireNonNull(AdoptionTest.class.getResource("/release-0.1.0/V1__vms.sql"));
    }

    private static void fill(Transactions tables) {
        tables.sql(connection -> connection.createStatement().executeUpdate("""
                insert into host (id, name, backend, uri, state, cpus, memory_mib, storage_gib, accelerated, abilities,
                    used_vcpus, seen_at, version)
                values ('%s', 'local', 'libvirt', 'qemu:///system', 'UP', 4, 8192, 100, true, '', 1, now(), 7);
                insert into image (id, name, os, os_version, arch, format, virtual_size_bytes, size_bytes, sha256,
                    default_user, state, source, created_at)
                values ('%s', 'tiny', 'tiny', '1', 'x86_64', 'QCOW2', 1, 1, '00', 'root', 'READY', 'tiny/1.qcow2', now());
                insert into vm (id, owner_id, name, image_id, host_id, vcpus, memory_mib, disk_gib, network, ssh_keys,
                    tags, autostart, desired_power, state, addresses, created_at, version)
                values ('%s', '%s', 'web', '%s', '%s', 1, 128, 1, 'default', '', '', false, 'RUNNING', 'RUNNING', '',
                    now(), 3)""".formatted(
                        HOST, IMAGE, VM, UUID.randomUUID(), IMAGE, HOST)));
    }

    private static int deleted(Transactions tables, String table) {
        return tables.sql(connection -> connection.createStatement().executeUpdate("delete from " + table));
    }
}
