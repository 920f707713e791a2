package io.obox.product.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api;
import io.obox.product.access.Api.Answer;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("product")
final class GuestTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final long DISK_GIB = 2;

    @TempDir
    static Path folder;

    private static Product product;
    private static Machines machines;
    private static Path key;

    @BeforeAll
    static void boot() throws Exception {
        Hypervisor.assumeThere();
        product = Product.boot(folder.resolve("data"), "libvirt", Map.of());
        machines = new Machines(product.admin());
        key = Hypervisor.key(folder);
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
        }
    }

    @Test
    void aGuestAnswersOnSshAndIsGoneWithAllItHadAfterItsDeletion() throws Exception {
        String id = create("ssh-guest");
        JsonNode vm = machines.awaitVm(id, "RUNNING");
        String address = vm.at("/addresses/0").asText();

        await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> Hypervisor.ssh(key, address, "hostname"),
                        r -> r.output().strip().equals("ssh-guest"));
        assertMadeAsAsked(Hypervisor.domain(id));

        assertIsKeptInTheBinAndGivenBack(id);
        delete(id);
        assertThat(Hypervisor.virsh("list", "--all", "--uuid").output()).doesNotContain(id);
        assertThat(Hypervisor.virsh("vol-list", Hypervisor.POOL).output()).doesNotContain(id);
    }

    @Test
    void whatHappensBehindItsBackIsSeenWithinTenSeconds() throws Exception {
        String id = create("outside");
        machines.awaitVm(id, "RUNNING");
        String domain = Hypervisor.domain(id);

        Hypervisor.virsh("destroy", domain);
        await().atMost(SOON).until(() -> state(id).equals("STOPPED"));

        Hypervisor.virsh("undefine", domain);
        await().atMost(SOON).until(() -> state(id).equals("LOST"));

        delete(id);
    }

    /** With its disk, on the hypervisor that it had. */
    private static void assertIsKeptInTheBinAndGivenBack(String id) throws Exception {
        Api api = machines.api();
        machines.awaitJob(job(api.delete("/api/vms/" + id)), "COMPLETED");
        assertThat(api.get("/api/vms/" + id).status()).isEqualTo(404);
        assertThat(api.get("/api/vms/bin").body()).contains(id);
        assertThat(Hypervisor.virsh("domstate", Hypervisor.domain(id)).output()).contains("shut off");
        assertThat(Hypervisor.virsh("vol-list", Hypervisor.POOL).output()).contains(id);

        machines.awaitJob(job(api.post("/api/vms/" + id + "/restore", Map.of())), "COMPLETED");
        assertThat(state(id)).isEqualTo("STOPPED");
        machines.awaitJob(job(api.post("/api/vms/" + id + "/actions", Map.of("action", "start"))), "COMPLETED");
        assertThat(state(id)).isEqualTo("RUNNING");
    }

    private static String job(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json().path("id").asText();
    }

    private static String create(String name) throws Exception {
        String publicKey = Files.readString(Path.of(key + ".pub")).strip();
        JsonNode job = machines.create(
                        name, Map.of("sshKeys", List.of(publicKey), "diskGib", DISK_GIB, "autostart", true))
                .json();
        return job.at("/subject/id").asText();
    }

    private static void assertMadeAsAsked(String domain) throws Exception {
        assertThat(Hypervisor.virsh("domblkinfo", domain, "vda").output()).contains("" + (DISK_GIB << 30));
        assertThat(Hypervisor.virsh("dominfo", domain).output()).containsPattern("Autostart: +enable");
    }

    private static String state(String id) {
        return machines.api().get("/api/vms/" + id).json().path("state").asText();
    }

    private static void delete(String id) {
        Api api = machines.api();
        assertThat(api.delete("/api/vms/" + id + "?purge=true").status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> api.get("/api/vms/" + id).status() == 404);
    }
}
