package io.obox.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LimitsTest {
    /** As the component runtime hands them over: what is no number is refused when it is asked for. */
    private static Settings settings(Map<String, Object> set) {
        return (Settings) Proxy.newProxyInstance(
                Settings.class.getClassLoader(),
                new Class<?>[] {Settings.class},
                (proxy, method, arguments) -> value(method, set));
    }

    private static Object value(Method method, Map<String, Object> set) {
        Object value = set.getOrDefault(method.getName(), method.getDefaultValue());
        return value instanceof String text && method.getReturnType() == int.class ? Integer.valueOf(text) : value;
    }

    private static boolean isProxy(Limits limits, String address) {
        return limits.proxies().isProxy(new InetSocketAddress(address, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "proxy.invalid", "10.0.0.0/", "10.0.0", "2001:db8::/129", "/8", "*", "10.0.0.300"
            })
    void anEntryThatIsNoProxyLeavesTheOthersAndTheLimits(String wrong) {
        Limits limits = new Admission(settings(Map.of("trustedProxies", wrong + ", 10.0.0.1"))).limits();

        assertThat(isProxy(limits, "10.0.0.1")).isTrue();
        assertThat(isProxy(limits, "10.0.0.2")).isFalse();
        assertThat(isProxy(limits, "127.0.0.1")).isFalse();
        assertThat(limits.connections()).isEqualTo(2000);
        assertThat(limits.perOrigin()).isEqualTo(250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "", "0", "-1", "99999999999"})
    void aLimitThatIsNoNumberIsTheUsualOne(String wrong) {
        Limits limits = new Admission(settings(Map.of(
                        "connections", wrong,
                        "connectionsPerAddress", wrong,
                        "headerSeconds", wrong,
                        "bodyBytesPerSecond", wrong)))
                .limits();

        assertThat(limits).usingRecursiveComparison().isEqualTo(new Admission(settings(Map.of())).limits());
    }

    @Test
    void limitsAreThoseThatAreSet() {
        Limits limits = new Admission(settings(Map.of("connections", 20, "connectionsPerAddress", 5))).limits();

        assertThat(limits.connections()).isEqualTo(20);
        assertThat(limits.perOrigin()).isEqualTo(5);
    }

    /** The other half is for the database, Redis, files and whoever asks in the shell. */
    @Test
    void connectionsTakeHalfOfTheFilesThatTheSystemAllowsAtMost() throws IOException {
        Limits limits = new Admission(settings(Map.of("connections", Integer.MAX_VALUE))).limits();

        assertThat(limits.connections()).isEqualTo(Math.toIntExact(openFiles() / 2));
    }

    private static long openFiles() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/self/limits")).stream()
                .filter(text -> text.startsWith("Max open files"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.split(" {2,}")[1]);
    }

    @Test
    void nothingPassesWhereThereIsNoAdmission() {
        HttpConfiguration.Customizer shut = new ClosedAdmission().createCustomizer();
        Request request = (Request) Proxy.newProxyInstance(
                Request.class.getClassLoader(), new Class<?>[] {Request.class}, (proxy, method, arguments) -> null);

        assertThatThrownBy(() -> shut.customize(request, HttpFields.build()))
                .isInstanceOf(HttpException.RuntimeException.class)
                .hasMessageStartingWith("503");
    }
}
