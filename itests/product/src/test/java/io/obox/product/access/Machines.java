package io.obox.product.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.obox.product.access.Api.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** VMs by way of the REST interface. */
public record Machines(Api api) {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern GUEST = Pattern.compile("[0-9a-f-]{36}\\.json");

    /** Asks for a small VM. */
    public Answer create(String name) {
        return create(name, Map.of());
    }

    /** Asks for a small VM with further fields. */
    public Answer create(String name, Map<String, Object> more) {
        Map<String, Object> vm =
                new HashMap<>(Map.of("name", name, "imageId", image(), "vcpus", 1, "memoryMib", 192, "diskGib", 2));
        vm.putAll(more);
        return api.post("/api/vms", vm);
    }

    /** Asks for a small VM of this image, under a key by which the same request can be sent again. */
    public Answer createOnce(String name, String image) {
        Map<String, Object> vm = Map.of("name", name, "imageId", image, "vcpus", 1, "memoryMib", 192, "diskGib", 2);
        return api.post("/api/vms", vm, Map.of("Idempotency-Key", "create-" + name));
    }

    /** The job of a small VM that was asked for and not refused. */
    public JsonNode accepted(String name) {
        Answer answer = create(name);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json();
    }

    /** The image that every product has; the catalogue is read while the product starts. */
    public String image() {
        return await("the image tiny")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(this::readyImage, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> readyImage() {
        for (JsonNode image : api.get("/api/images").json().path("items")) {
            if (image.path("name").asText().equals("tiny")
                    && image.path("state").asText().equals("READY")) {
                return Optional.of(image.path("id").asText());
            }
        }
        return Optional.empty();
    }

    /** Waits until the job is in this state; answers that are no success are passed over. */
    public JsonNode awaitJob(String id, String state) {
        return awaitState("/api/jobs/" + id, state);
    }

    /** Waits until the VM is in this state. */
    public JsonNode awaitVm(String id, String state) {
        return awaitState("/api/vms/" + id, state);
    }

    private JsonNode awaitState(String path, String state) {
        return await(path + " " + state)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> api.get(path),
                        a -> a.status() == 200
                                && a.json().path("state").asText().equals(state))
                .json();
    }

    /** Ids of the guests that a simulated host keeps in this data folder, sorted; it makes the folder with the first. */
    public static List<String> guests(Path data) {
        return files(data).stream()
                .map(file -> file.getFileName().toString().replace(".json", ""))
                .sorted()
                .toList();
    }

    /** What a simulated host in this data folder keeps of a guest. */
    public static JsonNode guest(Path data, String id) throws IOException {
        Path file = files(data).stream()
                .filter(each -> each.endsWith(id + ".json"))
                .findFirst()
                .orElseThrow();
        return new ObjectMapper().readTree(file.toFile());
    }

    private static List<Path> files(Path data) {
        Path folder = data.resolve("simulated");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(
                            file -> GUEST.matcher(file.getFileName().toString()).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
