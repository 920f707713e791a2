package io.obox.web.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;

final class TrustedProxiesTest {
    private final TrustedProxies proxies = TrustedProxies.of("127.0.0.1, 10.0.0.0/8 2001:db8:1::/48");

    private HttpServletRequest resolved(FakeRequest request) {
        return proxies.resolved(request.build());
    }

    private String client(String peer, String header, String value) {
        return resolved(FakeRequest.of("GET", "/").from(peer).header(header, value))
                .getRemoteAddr();
    }

    @Test
    void aStrangersWordMeansNothing() {
        assertThat(client("192.0.2.7", "X-Forwarded-For", "198.51.100.1")).isEqualTo("192.0.2.7");
        assertThat(client("192.0.2.7", "Forwarded", "for=198.51.100.1")).isEqualTo("192.0.2.7");
        assertThat(TrustedProxies.of("")
                        .resolved(FakeRequest.of("GET", "/")
                                .from("10.0.0.1")
                                .header("X-Forwarded-For", "198.51.100.1")
                                .build())
                        .getRemoteAddr())
                .isEqualTo("10.0.0.1");
    }

    @Test
    void aProxyIsBelievedByAddressOrNetwork() {
        assertThat(client("10.9.8.7", "X-Forwarded-For", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(client("127.0.0.1", "Forwarded", "For=\"[2001:db8:2::1]:4711\";proto=http"))
                .isEqualTo("2001:db8:2:0:0:0:0:1");
        assertThat(client("2001:db8:1::9", "X-Forwarded-For", "198.51.100.1:4711"))
                .isEqualTo("198.51.100.1");
        assertThat(client("2001:db8:2::9", "X-Forwarded-For", "198.51.100.1")).isEqualTo("2001:db8:2::9");
    }

    @Test
    void theLastWhoIsNoProxyCountsWhateverTheClientWroteBefore() {
        assertThat(client("10.0.0.1", "X-Forwarded-For", "203.0.113.5, 198.51.100.1, 10.0.0.2"))
                .isEqualTo("198.51.100.1");
        assertThat(client("10.0.0.1", "X-Forwarded-For", "203.0.113.5\n198.51.100.1\n10.0.0.2"))
                .isEqualTo("198.51.100.1");
        assertThat(client("10.0.0.1", "Forwarded", "for=203.0.113.5, for=198.51.100.1;proto=https, for=10.0.0.2"))
                .isEqualTo("198.51.100.1");
        assertThat(client("10.0.0.1", "X-Forwarded-For", "10.0.0.3, 10.0.0.2")).isEqualTo("10.0.0.3");
    }

    @Test
    void whoIsNotNamedByAnAddressIsWhoeverTookItFromHim() {
        assertThat(client("10.0.0.1", "Forwarded", "for=203.0.113.5, for=_hidden, for=10.0.0.2"))
                .isEqualTo("10.0.0.2");
        for (String nobody : new String[] {"unknown", "", "example.org", ":::", "[", "for="}) {
            assertThat(client("10.0.0.1", "X-Forwarded-For", nobody)).as(nobody).isEqualTo("10.0.0.1");
            assertThat(client("10.0.0.1", "Forwarded", "for=" + nobody))
                    .as(nobody)
                    .isEqualTo("10.0.0.1");
        }
    }

    @Test
    void whereBothKindsOfHeaderDisagreeOneIsTheClientsOwnAndNeitherIsBelieved() {
        FakeRequest request = FakeRequest.of("GET", "/")
                .from("10.0.0.1")
                .header("Forwarded", "for=203.0.113.5")
                .header("X-Forwarded-For", "198.51.100.1");
        assertThat(resolved(request).getRemoteAddr()).isEqualTo("10.0.0.1");
        assertThat(resolved(request.header("Forwarded", "for=198.51.100.1")).getRemoteAddr())
                .isEqualTo("198.51.100.1");
    }

    @Test
    void schemeAndHostAreThoseThatTheClientUsed() {
        HttpServletRequest common = resolved(FakeRequest.of("GET", "/api/vms")
                .from("10.0.0.1")
                .header("X-Forwarded-For", "198.51.100.1")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "vms.example"));
        assertThat(common.isSecure()).isTrue();
        assertThat(common.getHeader("host")).isEqualTo("vms.example");
        assertThat(common.getRequestURL()).asString().isEqualTo("https://vms.example/api/vms");
        HttpServletRequest standard = resolved(FakeRequest.of("GET", "/api/vms")
                .from("10.0.0.1")
                .header(
                        "Forwarded",
                        "for=198.51.100.1;host=\"vms.example:8443\";proto=https, for=10.0.0.2;proto=http"));
        assertThat(standard.getServerName()).isEqualTo("vms.example");
        assertThat(standard.getRequestURL()).asString().isEqualTo("https://vms.example:8443/api/vms");
    }

    @Test
    void whatIsNoSchemeAndNoHostIsLeftOut() {
        HttpServletRequest request = resolved(FakeRequest.of("GET", "/api/vms")
                .from("10.0.0.1")
                .header("X-Forwarded-For", "198.51.100.1")
                .header("X-Forwarded-Proto", "gopher")
                .header("X-Forwarded-Host", "vms.example:a:b"));
        assertThat(request.getRequestURL()).asString().isEqualTo("http://obox.example:8080/api/vms");
    }

    @Test
    void aNameInTheSettingIsIgnoredAndTheRestCounts() {
        TrustedProxies some = TrustedProxies.of("proxy.example, 10.0.0.0/99, 10.0.0.1");
        assertThat(some.any()).isTrue();
        assertThat(some.resolved(FakeRequest.of("GET", "/")
                                .from("10.0.0.1")
                                .header("X-Forwarded-For", "198.51.100.1")
                                .build())
                        .getRemoteAddr())
                .isEqualTo("198.51.100.1");
    }
}
