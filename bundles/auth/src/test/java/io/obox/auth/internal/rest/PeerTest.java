package io.obox.auth.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.session.Client;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerTest {
    private static Client peer(String address, Map<String, String> headers) {
        return peer(address, "localhost", headers);
    }

    private static Client peer(String address, String named, Map<String, String> headers) {
        return Peer.of(
                (HttpServletRequest) Proxy.newProxyInstance(
                        PeerTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) -> switch (method.getName()) {
                            case "getRemoteAddr" -> address;
                            case "getServerName" -> named;
                            default -> headers.get((String) arguments[0]);
                        }),
                null);
    }

    @Test
    void whoComesFromTheMachineItselfIsLocal() {
        assertThat(peer("127.0.0.1", Map.of()).local()).isTrue();
        assertThat(peer("::1", Map.of()).local()).isTrue();
        assertThat(peer("192.0.2.7", Map.of()).local()).isFalse();
    }

    @Test
    void whoComesThroughAProxyIsNot() {
        assertThat(peer("127.0.0.1", Map.of("X-Forwarded-For", "192.0.2.7")).local())
                .isFalse();
        assertThat(peer("127.0.0.1", Map.of("Forwarded", "for=192.0.2.7")).local())
                .isFalse();
    }

    @Test
    void whoNamesAnotherHostIsNot() {
        assertThat(peer("127.0.0.1", "obox.localhost", Map.of()).local()).isTrue();
        assertThat(peer("127.0.0.1", "127.0.0.1", Map.of()).local()).isTrue();
        assertThat(peer("::1", "[::1]", Map.of()).local()).isTrue();
        assertThat(peer("127.0.0.1", "evil.example", Map.of()).local()).isFalse();
        assertThat(peer("127.0.0.1", "192.168.0.7", Map.of()).local()).isFalse();
    }

    @Test
    void theBrowsersNameIsCut() {
        assertThat(peer("192.0.2.7", Map.of()).userAgent()).isEmpty();
        assertThat(peer("192.0.2.7", Map.of("User-Agent", "x".repeat(1000))).userAgent())
                .hasSize(300);
    }

    @Test
    void ofAnIpv6AddressTheNetworkCounts() {
        assertThat(peer("2001:db8:1:2::1", Map.of()).origin())
                .isEqualTo(peer("2001:db8:1:2:ffff::9", Map.of()).origin())
                .isNotEqualTo(peer("2001:db8:1:3::1", Map.of()).origin());
        assertThat(peer("192.0.2.7", Map.of()).origin()).isEqualTo("192.0.2.7");
    }
}
