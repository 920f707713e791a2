package io.obox.product.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.product.access.Api;
import io.obox.product.access.Api.Answer;
import io.obox.product.access.Command.Result;
import io.obox.product.access.Product;
import java.net.HttpCookie;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("product")
final class LogoutTest {
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
    void theAccessTokenAloneEndsTheSession() {
        Answer login = login();
        String bearer =
                "Bearer " + cookie(login, name -> name.contains("access")).getValue();

        assertThat(logout("Authorization", bearer).status()).isEqualTo(204);

        Api api = nobody();
        assertThat(api.send(api.request("/api/auth/me").header("Authorization", bearer))
                        .status())
                .isEqualTo(401);
        assertThat(refresh(login).status()).isEqualTo(401);
    }

    @Test
    void theRefreshTokenAloneEndsTheSessionAndItsCookiesGo() {
        Answer login = login();

        Answer logout = logout("Cookie", pair(cookie(login, name -> name.contains("refresh"))));

        assertThat(logout.status()).isEqualTo(204);
        assertThat(logout.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("Max-Age=0"));
        assertThat(refresh(login).status()).isEqualTo(401);
    }

    @Test
    void whoeverIsNotLoggedInHasLeft() {
        assertThat(logout("Cookie", "some=thing").status()).isEqualTo(204);
        assertThat(logout("Authorization", "Bearer false").status()).isEqualTo(204);
    }

    @Test
    void keysThatAreRotatedLogNobodyOut() {
        String before = cookie(login(), name -> name.contains("access")).getValue();

        Result rotation = product.shell("obox:rotate-keys");

        assertThat(rotation.exit()).as(rotation.output()).isZero();
        assertThat(rotation.output()).contains("another key");
        Api api = nobody();
        Answer usage = api.send(api.request("/api/profile/usage").header("Authorization", "Bearer " + before));
        assertThat(usage.status()).as(usage.body()).isEqualTo(200);
        assertThat(usage.json().path("vms").path("used").asInt(-1)).isZero();
    }

    /** Has no cookies: each request carries what the test gives it. */
    private static Api nobody() {
        return new Api(product.address());
    }

    private static Answer login() {
        Answer login = nobody().login(Product.EMAIL, Product.PASSWORD);
        assertThat(login.status()).as(login.body()).isEqualTo(200);
        return login;
    }

    private static Answer logout(String header, String value) {
        return post("/api/auth/logout", header, value);
    }

    private static Answer refresh(Answer login) {
        return post("/api/auth/refresh", "Cookie", pair(cookie(login, name -> name.contains("refresh"))));
    }

    private static Answer post(String path, String header, String value) {
        Api api = nobody();
        return api.send(api.request(path).header(header, value).POST(BodyPublishers.noBody()));
    }

    private static HttpCookie cookie(Answer login, Predicate<String> named) {
        return login.headers().allValues("Set-Cookie").stream()
                .map(text -> HttpCookie.parse(text).getFirst())
                .filter(cookie -> named.test(cookie.getName()))
                .findFirst()
                .orElseThrow();
    }

    private static String pair(HttpCookie cookie) {
        return cookie.getName() + "=" + cookie.getValue();
    }
}
