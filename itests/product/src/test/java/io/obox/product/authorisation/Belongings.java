package io.obox.product.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api.Answer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the owner of a cast has, and administrators with it: ids by what they are of. */
final class Belongings {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int IN_BIN = 8;
    private static final int KEY_BYTES = 32;

    private final Calls calls;
    private final Cast cast;
    private final Map<String, String> standing = new HashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Queue<String> bin = new ArrayDeque<>();

    Belongings(Calls calls, Cast cast) {
        this.calls = calls;
        this.cast = cast;
    }

    /** One that is only looked at, or refused. */
    String standing(String what) {
        String known = standing.get(what);
        if (known == null) {
            known = fresh(what);
            if (what.equals("vm")) {
                awaitState("/api/vms/" + known, "RUNNING");
            }
            standing.put(what, known);
        }
        return known;
    }

    /** One that may be used up. */
    String fresh(String what) {
        return switch (what) {
            case "vm" -> createVm().at("/subject/id").asText();
            case "vm in the bin" -> fromBin();
            case "job" -> createVm().path("id").asText();
            case "key" -> owned("/api/profile/keys", key());
            case "token" -> owned("/api/profile/tokens", Map.of("name", name(), "scopes", List.of("vms:read")));
            case "view" -> owned("/api/views", view());
            case "session" -> otherSession();
            case "user" -> cast.newcomer().toString();
            case "invitation" -> invited();
            case "mail" -> mail();
            case "preset" -> preset();
            case "image" -> image();
            case "settings" ->
                items(calls.get(cast.session("admin"), "/api/admin/settings"))
                        .findFirst()
                        .orElseThrow()
                        .path("pid")
                        .asText();
            case "audit record" ->
                items(calls.get(cast.session("admin"), "/api/admin/audit"))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asText();
            case "template" ->
                items(calls.get(cast.session("admin"), "/api/admin/mail-templates"))
                        .findFirst()
                        .orElseThrow()
                        .path("name")
                        .asText();
            case "host" -> first("/api/hosts");
            default -> throw new IllegalArgumentException("nobody knows how to make: " + what);
        };
    }

    String name() {
        return "m" + count.incrementAndGet();
    }

    Map<String, Object> view() {
        return Map.of("page", "vms", "name", name(), "q", "", "columns", List.of("name"), "shared", false);
    }

    /** A key that nobody has. */
    Map<String, Object> key() {
        byte[] random = new byte[KEY_BYTES];
        ThreadLocalRandom.current().nextBytes(random);
        byte[] kind = "ssh-ed25519".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer blob = ByteBuffer.allocate(2 * Integer.BYTES + kind.length + KEY_BYTES);
        blob.putInt(kind.length).put(kind).putInt(KEY_BYTES).put(random);
        return Map.of(
                "name",
                name(),
                "publicKey",
                "ssh-ed25519 " + Base64.getEncoder().encodeToString(blob.array()));
    }

    Map<String, Object> vm() {
        return Map.of("name", name(), "imageId", standing("image"), "vcpus", 1, "memoryMib", 192, "diskGib", 2);
    }

    private String owner() {
        return cast.session("owner");
    }

    private JsonNode createVm() {
        return done(calls.post(owner(), "/api/vms", vm()), 202);
    }

    private String owned(String path, Object body) {
        return done(calls.post(owner(), path, body), 201).path("id").asText();
    }

    private String otherSession() {
        owner();
        String other = cast.login(cast.email("owner"));
        return items(calls.get(other, "/api/auth/sessions"))
                .filter(session -> session.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    Map<String, Object> words() {
        return Map.of("subject", "Words", "text", "Words", "html", "<p>Words</p>");
    }

    Map<String, Object> invitation() {
        return Map.of("email", "invited-" + name() + "@example.org", "name", "Invited", "role", "USER");
    }

    private String invited() {
        return done(calls.post(cast.session("admin"), "/api/admin/users", invitation()), 201)
                .path("id")
                .asText();
    }

    private String mail() {
        Answer sent = calls.send("POST", "/api/admin/mails/test", cast.session("admin"), null, Map.of());
        return done(sent, 202).at("/subject/id").asText();
    }

    private String preset() {
        String preset = name();
        Map<String, Object> size = Map.of("vcpus", 1, "memoryMib", 192, "diskGib", 2);
        done(calls.send("PUT", "/api/vms/presets/" + preset, cast.session("admin"), size, Map.of()), 200);
        return preset;
    }

    private String image() {
        return found(() -> items(calls.get(owner(), "/api/images"))
                .filter(image -> image.path("state").asText().equals("READY"))
                .map(image -> image.path("id").asText())
                .toList());
    }

    private String first(String path) {
        return found(() -> items(calls.get(owner(), path))
                .map(item -> item.path("id").asText())
                .toList());
    }

    private static String found(Supplier<List<String>> ids) {
        return await().atMost(PATIENCE)
                .until(ids::get, found -> !found.isEmpty())
                .getFirst();
    }

    /** They are put there together: each takes a moment. */
    private String fromBin() {
        if (bin.isEmpty()) {
            List<String> made =
                    IntStream.range(0, IN_BIN).mapToObj(each -> fresh("vm")).toList();
            made.forEach(id -> awaitState("/api/vms/" + id, "RUNNING"));
            made.forEach(id -> done(calls.send("DELETE", "/api/vms/" + id, owner(), null, Map.of()), 202));
            await().atMost(PATIENCE)
                    .until(() -> items(calls.get(owner(), "/api/vms/bin?limit=200"))
                            .map(vm -> vm.path("id").asText())
                            .toList()
                            .containsAll(made));
            bin.addAll(made);
        }
        return bin.remove();
    }

    private void awaitState(String path, String state) {
        await().atMost(PATIENCE)
                .until(() -> calls.get(owner(), path).json().path("state").asText(), state::equals);
    }

    static Stream<JsonNode> items(Answer answer) {
        return StreamSupport.stream(done(answer, 200).path("items").spliterator(), false);
    }

    private static JsonNode done(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }
}
