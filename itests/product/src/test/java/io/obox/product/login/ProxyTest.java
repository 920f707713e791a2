package io.obox.product.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api;
import io.obox.product.access.Api.Answer;
import io.obox.product.access.Command.Result;
import io.obox.product.access.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a proxy that is trusted: each request tells by whom it was made. */
@Tag("product")
final class ProxyTest {
    private static final Map<String, String> LOGIN = Map.of("email", Product.EMAIL, "password", Product.PASSWORD);

    @TempDir
    static Path folder;

    private static Product product;

    @BeforeAll
    static void boot() {
        product = Product.boot(
                folder.resolve("data"), "simulated", Map.of("OBOX_TRUSTED_PROXIES", "127.0.0.1 10.0.0.0/8"));
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    private static Answer login(Map<String, String> body, String client, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("X-Forwarded-For", "203.0.113.250, " + client + ", 10.0.0.2");
        return new Api(product.address()).post("/api/auth/login", body, all);
    }

    private static Answer guess(String client) {
        return login(Map.of("email", Product.EMAIL, "password", "a guess"), client, Map.of());
    }

    /** While they are made, some are forgotten again. */
    private static Answer guessUntilRefused(String client) {
        return await().pollInSameThread()
                .pollInterval(Duration.ZERO)
                .pollDelay(Duration.ZERO)
                .until(() -> guess(client), answer -> answer.status() == 429);
    }

    private static String cookies(Answer login) {
        return login.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    @Test
    void oneStrangerLocksNobodyElseOut() {
        Answer refused = guessUntilRefused("198.51.100.66");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 30L);
        assertThat(refused.json().path("type").asText()).isEqualTo("urn:obox:problem:rate-limited");
        assertThat(login(LOGIN, "198.51.100.66", Map.of()).status()).isEqualTo(429);
        assertThat(login(LOGIN, "198.51.100.7", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void aBrowserThatIsKnownComesInFromWhereStrangersAreKeptOut() {
        Answer first = login(LOGIN, "198.51.100.30", Map.of());
        assertThat(first.status()).isEqualTo(200);
        guessUntilRefused("198.51.100.30");
        assertThat(login(LOGIN, "198.51.100.30", Map.of()).status()).isEqualTo(429);
        assertThat(login(LOGIN, "198.51.100.30", Map.of("Cookie", cookies(first)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theListOfSessionsShowsTheClientAndItsTlsCounts() {
        Answer login = login(LOGIN, "198.51.100.8", Map.of("X-Forwarded-Proto", "https"));
        assertThat(login.headers().allValues("Set-Cookie")).hasSize(3).allMatch(cookie -> cookie.contains("Secure"));
        assertThat(login.headers().firstValue("Strict-Transport-Security")).isPresent();
        Api api = new Api(product.address());
        Answer sessions = api.send(api.request("/api/auth/sessions").header("Cookie", cookies(login)));
        assertThat(sessions.json().path("items").findValuesAsText("address")).contains("198.51.100.8");
    }

    @Test
    void theAuditLogTellsWhoWasLetInAndFromWhere() {
        guess("198.51.100.40");
        login(LOGIN, "198.51.100.41", Map.of());
        Api admin = product.admin();

        JsonNode refused = admin.get("/api/admin/audit?what=session&outcome=REFUSED&limit=200")
                .json();
        JsonNode done = admin.get("/api/admin/audit?who=" + Product.EMAIL + "&outcome=DONE&limit=200")
                .json();
        assertThat(refused.path("items").findValuesAsText("address")).contains("198.51.100.40");
        assertThat(done.path("items").findValuesAsText("address"))
                .contains("198.51.100.41")
                .doesNotContain("198.51.100.40");

        Answer lines = admin.get("/api/admin/audit/lines?what=session.open");
        assertThat(lines.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(lines.body().lines()).hasSizeGreaterThan(1).allMatch(line -> line.contains("\"session.open\""));
        assertThat(lines.body()).doesNotContain(Product.PASSWORD);

        await().until(() ->
                admin.get("/api/admin/audit/proof").json().path("waiting").asInt(-1) == 0);
        Result verified = product.shell("obox:audit verify");
        assertThat(verified.output()).contains("records are unchanged");
        assertThat(new Api(product.address()).get("/api/admin/audit").status()).isEqualTo(401);
    }
}
