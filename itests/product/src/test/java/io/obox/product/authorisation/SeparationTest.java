package io.obox.product.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api.Answer;
import io.obox.product.access.Product;
import io.obox.product.servers.SharedServers;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one user has shows nowhere in what another gets: no list, total, search, key, cache or notice. */
@Tag("product")
final class SeparationTest {
    @TempDir
    static Path folder;

    private static SharedServers servers;
    private static Product product;
    private static Calls calls;
    private static Cast cast;
    private static Belongings belongings;
    private static String owner;
    private static String other;
    private static String vm;

    @BeforeAll
    static void boot() throws IOException {
        servers = new SharedServers(folder);
        Map<String, String> settings = new HashMap<>(servers.settings());
        settings.put("OBOX_TRUSTED_PROXIES", "127.0.0.1");
        product = Product.boot(folder.resolve("data"), "simulated", settings);
        calls = new Calls(product.address());
        cast = new Cast(calls, new Accounts(servers.database()));
        belongings = new Belongings(calls, cast);
        owner = cast.session("owner");
        other = cast.session("other");
        vm = belongings.standing("vm");
    }

    @AfterAll
    static void stop() throws IOException {
        product.close();
        servers.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/vms?count=true",
                "/api/jobs?count=states",
                "/api/vms/bin",
                "/api/vms/tags",
                "/api/profile/keys",
                "/api/profile/tokens",
                "/api/views"
            })
    void aListIsNobodyElsesHoweverOftenItIsAskedFor(String path) {
        belongings.standing("key");
        belongings.standing("token");
        belongings.standing("view");
        for (int again = 0; again < 3; again++) {
            JsonNode own = calls.get(owner, path).json();
            JsonNode others = calls.get(other, path).json();

            assertThat(others.path("items")).as(path).isEmpty();
            assertThat(others.path("total").asInt()).as(path).isZero();
            assertThat(own.has("items")).as(path).isTrue();
        }
        assertThat(calls.get(owner, "/api/vms?count=true").json().path("total").asInt())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner:%s", "name:m", "state:running", "-tag:nothing", "m"})
    void aSearchFindsNothingOfOthers(String query) {
        String q = URLEncoder.encode(query.formatted(cast.email("owner")), StandardCharsets.UTF_8);

        JsonNode found = calls.get(other, "/api/vms?count=true&q=" + q).json();

        assertThat(found.path("items")).as(query).isEmpty();
        assertThat(found.path("total").asInt()).as(query).isZero();
    }

    @Test
    void aFilterByTheOwnerFindsNothingOfOthers() {
        String id = calls.get(owner, "/api/auth/me").json().path("id").asText();

        assertThat(calls.get(other, "/api/vms?owner=" + id).json().path("items"))
                .isEmpty();
        assertThat(calls.get(other, "/api/jobs?owner=" + id).json().path("items"))
                .isEmpty();
        assertThat(calls.get(owner, "/api/jobs?owner=" + id).json().path("items"))
                .isNotEmpty();
    }

    @Test
    void aTagThatSomebodyKnowsOpensNothing() {
        String tag = calls.get(owner, "/api/profile/keys/" + belongings.standing("key"))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        Map<String, String> known = Map.of("If-None-Match", tag);
        String path = "/api/profile/keys/" + belongings.standing("key");

        assertThat(calls.send("GET", path, owner, null, known).status()).isEqualTo(304);
        assertThat(calls.send("GET", path, other, null, known).status()).isEqualTo(404);
        assertThat(calls.send("GET", "/api/vms/" + vm, other, null, Map.of("If-None-Match", "*"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nothingIsToBeKeptBetweenPeople() {
        for (String path : List.of("/api/vms", "/api/jobs", "/api/auth/me", "/api/profile")) {
            Answer answer = calls.get(owner, path);
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .doesNotContain("public");
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .matches(".*(no-store|no-cache|private).*");
        }
    }

    @Test
    void aKeyAgainstRepetitionIsItsCallersOwn() {
        Map<String, String> key = Map.of("Idempotency-Key", "the-same-key");
        Map<String, Object> asked = belongings.vm();

        JsonNode first = calls.send("POST", "/api/vms", owner, asked, key).json();
        JsonNode again = calls.send("POST", "/api/vms", owner, asked, key).json();
        JsonNode others = calls.send("POST", "/api/vms", other, asked, key).json();

        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(others.path("id")).isNotEqualTo(first.path("id"));
        assertThat(others.at("/owner/email").asText()).isEqualTo(cast.email("other"));
        calls.send("DELETE", "/api/vms/" + others.at("/subject/id").asText() + "?purge=true", other, null, Map.of());
        await().until(() -> calls.get(other, "/api/vms").json().path("items").isEmpty());
        await().until(() ->
                calls.get(other, "/api/vms/bin").json().path("items").isEmpty());
    }

    @Test
    void whoNamesWhatIsSomebodyElsesInManyChangesNothing() {
        JsonNode before = calls.get(owner, "/api/vms/" + vm).json();

        Answer answer = calls.post(other, "/api/vms/actions", Map.of("action", "delete", "ids", List.of(vm)));
        Answer plan = calls.post(other, "/api/vms/actions/plan", Map.of("action", "delete", "ids", List.of(vm)));

        assertThat(answer.body()).doesNotContain(before.path("name").asText() + "\"");
        assertThat(plan.body()).doesNotContain(cast.email("owner"));
        assertThat(calls.get(owner, "/api/vms/" + vm).json().path("state").asText())
                .isEqualTo("RUNNING");
        assertThat(calls.get(owner, "/api/vms/" + vm).json().path("version")).isEqualTo(before.path("version"));
    }

    @Test
    void aStreamTellsOnlyWhatItsReaderMaySee() throws Exception {
        try (Told own = new Told(product.address(), owner, null);
                Told others = new Told(product.address(), other, null)) {
            String made = belongings.fresh("vm");
            await().until(() -> own.mentions(made));
            String last = own.lastId();
            String later = belongings.fresh("vm");
            await().until(() -> own.mentions(later));

            assertThat(others.mentions(made) || others.mentions(later)).isFalse();
            try (Told resumed = new Told(product.address(), other, last);
                    Told again = new Told(product.address(), owner, last)) {
                await().until(() -> again.mentions(later));
                assertThat(resumed.mentions(later) || resumed.mentions(made)).isFalse();
            }
        }
    }

    @Test
    void aStreamEndsWithItsSession() throws Exception {
        String session = cast.login(cast.email("other"));
        try (Told told = new Told(product.address(), session, null)) {
            assertThat(told.hasEnded()).isFalse();

            calls.send("POST", "/api/auth/logout", session, null, Map.of());

            await().until(told::hasEnded);
        }
    }
}
