package io.obox.web.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.obox.problem.ProblemException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KnownNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "obox.localhost", "127.0.0.1", "127.8.9.1", "[::1]"})
    void theMachineItselfMayAlwaysBeNamed(String name) {
        takes(KnownNames.of("127.0.0.1", ""), name);
        takes(KnownNames.of("127.0.0.1", ""), name + ":8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "192.168.0.7", "127.0.0.1.evil.example", "[::2]"})
    void noOtherNameMay(String name) {
        refuses(KnownNames.of("127.0.0.1", ""), name);
        refuses(KnownNames.of("localhost", "obox.example"), name + ":8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"obox.example", "OBOX.Example:443", "vms.example"})
    void listedNamesMay(String name) {
        takes(KnownNames.of("::1", "obox.example, VMs.example"), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.0.7", "obox.example"})
    void whereOtherMachinesAreListenedToAnyNameMay(String address) {
        takes(KnownNames.of(address, ""), "obox.example");
    }

    private static void takes(KnownNames names, String host) {
        assertThatCode(() -> names.check(request(host).build())).doesNotThrowAnyException();
    }

    private static void refuses(KnownNames names, String host) {
        ProblemException thrown = Assertions.catchThrowableOfType(
                ProblemException.class, () -> names.check(request(host).build()));
        assertThat(thrown.problem().status()).isEqualTo(421);
    }

    private static FakeRequest request(String host) {
        return FakeRequest.of("GET", "/").header("Host", host);
    }
}
