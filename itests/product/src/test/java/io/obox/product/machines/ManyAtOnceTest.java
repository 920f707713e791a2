package io.obox.product.machines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api.Answer;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("product")
final class ManyAtOnceTest {
    private static final int VMS = 20;

    @TempDir
    static Path folder;

    private static Product product;

    @BeforeAll
    static void boot() {
        product = Product.simulated(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void twentyCreationsSubmittedTogetherAllEndWell() throws Exception {
        Machines machines = new Machines(product.admin());

        List<Answer> answers = together(i -> machines.create("many-" + i));

        assertThat(answers).allSatisfy(a -> assertThat(a.status()).as(a.body()).isEqualTo(202));
        answers.forEach(a -> machines.awaitJob(a.json().path("id").asText(), "COMPLETED"));
        answers.forEach(a -> machines.awaitVm(a.json().at("/subject/id").asText(), "RUNNING"));
    }

    @Test
    void ofTwentyRacingForOneNameOneWins() throws Exception {
        Machines machines = new Machines(product.admin());

        List<Answer> answers = together(i -> machines.create("wanted-by-all"));

        assertThat(answers).filteredOn(a -> a.status() == 202).hasSize(1);
        assertThat(answers)
                .filteredOn(a -> a.status() != 202)
                .allSatisfy(a -> assertThat(a.json().path("type").asText()).isEqualTo("urn:obox:problem:name-taken"));
    }

    @Test
    void aVmIsMadeAsItWasAskedFor() throws Exception {
        Machines machines = new Machines(product.admin());
        Map<String, Object> shape = Map.of("vcpus", 2, "memoryMib", 256, "diskGib", 3, "autostart", true);

        JsonNode job = machines.create("shaped", shape).json();
        machines.awaitJob(job.path("id").asText(), "COMPLETED");

        String id = job.at("/subject/id").asText();
        JsonNode guest = Machines.guest(product.data(), id);
        JsonNode vm = machines.api().get("/api/vms/" + id).json();
        shape.forEach((name, value) -> {
            assertThat(guest.path(name).asText()).as("the guest's " + name).isEqualTo("" + value);
            assertThat(vm.path(name).asText()).as("the VM's " + name).isEqualTo("" + value);
        });
    }

    private static List<Answer> together(IntFunction<Answer> request) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(VMS)) {
            List<Callable<Answer>> calls = IntStream.range(0, VMS)
                    .<Callable<Answer>>mapToObj(i -> () -> request.apply(i))
                    .toList();
            return pool.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
