package io.obox.product.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.product.access.Api;
import io.obox.product.access.Api.Answer;
import io.obox.product.access.Product;
import java.nio.file.Path;
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

    private static String cookies(Answer login) {
        return login.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    @Test
    void oneStrangerLocksNobodyElseOut() {
        for (int i = 0; i < 20; i++) {
            guess("198.51.100.66");
        }
        Answer refused = guess("198.51.100.66");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 30L);
        assertThat(refused.json().path("type").asText()).isEqualTo("urn:obox:problem:rate-limited");
        assertThat(login(LOGIN, "198.51.100.66", Map.of()).status()).isEqualTo(429);
        assertThat(login(LOGIN, "198.51.100.7", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void aBrowserThatIsKnownComesInFromWhereStrangersAreKeptOut() {
        Answer first = login(LOGIN, "198.51.100.30", Map.of());
        assertThat(first.status()).isEqualTo(200);
        for (int i = 0; i < 21; i++) {
            guess("198.51.100.30");
        }
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
}
