package io.obox.auth.internal.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.auth.internal.AuthKit;
import io.obox.auth.internal.session.Client;
import io.obox.user.Role;
import io.obox.user.User;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdminSeedTest {
    private static final Client HERE = new Client("127.0.0.1", "curl", true);

    private final AuthKit kit = new AuthKit();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    private void seed(String email, FirstPassword password) {
        AdminSeed seed = start(kit, email, password);
        await().until(() -> seed.execute().isOk());
    }

    private AdminSeed start(AuthKit node, String email, FirstPassword password) {
        return new AdminSeed(
                node.accounts, node.hasher, email, password, new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    private User login(String email, String password) {
        return kit.login(email, password, HERE).user();
    }

    private String printed() {
        return console.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aGivenPasswordNeedsNoChange() {
        seed("Boss@Example.org", FirstPassword.of("given by the operator", true));
        User admin = login("boss@example.org", "given by the operator");
        assertThat(admin.role()).isEqualTo(Role.ADMIN);
        assertThat(admin.mustChangePassword()).isFalse();
        assertThat(printed()).isEmpty();
    }

    @Test
    void anOperatorMayChooseAShortOne() {
        FirstPassword chosen = FirstPassword.of("secret", false);
        assertThat(chosen.isWeak()).isTrue();
        seed("boss@example.org", chosen);
        assertThat(login("boss@example.org", "secret").mustChangePassword()).isFalse();
    }

    @Test
    void onAMachineOfOnesOwnTheKnownPasswordWorksOnceAndIsNotPrinted() {
        seed("admin@gmail.com", FirstPassword.of("", true));
        assertThat(login("admin@gmail.com", "admin").mustChangePassword()).isTrue();
        assertThat(printed()).isEmpty();
    }

    @Test
    void elsewhereARandomPasswordIsPrintedThatMustBeChanged() {
        FirstPassword password = FirstPassword.of("", false);
        assertThat(password.text())
                .hasSize(20)
                .isNotEqualTo(FirstPassword.of("", false).text());
        seed("admin@gmail.com", password);
        assertThat(printed()).containsOnlyOnce(password.text()).contains("admin@gmail.com");
        assertThat(login("admin@gmail.com", password.text()).mustChangePassword())
                .isTrue();
    }

    @Test
    void anAdministratorWhoIsThereIsLeftAlone() {
        seed("first@example.org", FirstPassword.of("the first password", false));
        seed("first@example.org", FirstPassword.of("another password", false));
        seed("second@example.org", FirstPassword.of("", false));
        assertThat(login("first@example.org", "the first password").role()).isEqualTo(Role.ADMIN);
        assertThat(kit.accounts.page(null, 10)).hasSize(1);
        assertThat(printed()).isEmpty();
    }

    @Test
    void whatNoAccountMayHaveMakesNoAdministrator() {
        AdminSeed noAddress = start(kit, "notanemail", FirstPassword.of("given by the operator", true));
        AdminSeed tooLong = start(kit, "boss@example.org", FirstPassword.of("a".repeat(257), true));
        AdminSeed theAddress = start(kit, "boss@example.org", FirstPassword.of("Boss@example.org", true));
        await().untilAsserted(() -> {
            assertThat(noAddress.execute().toString()).contains("ADMIN_EMAIL can't be used.");
            assertThat(tooLong.execute().toString()).contains("ADMIN_PASSWORD can't be used.", "256 characters");
            assertThat(theAddress.execute().toString()).contains("ADMIN_PASSWORD can't be used.");
        });
        assertThat(kit.accounts.page(null, 10)).isEmpty();

        seed("boss@example.org", FirstPassword.of("given by the operator", true));
        await().until(() -> noAddress.execute().isOk());
        assertThat(login("boss@example.org", "given by the operator").role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void ofNodesThatStartAtOnceOneMakesTheAdministratorAndPrints() {
        List<AdminSeed> nodes = Stream.generate(kit::anotherNode)
                .limit(4)
                .map(node -> start(node, "admin@gmail.com", FirstPassword.of("", false)))
                .toList();
        await().until(() -> nodes.stream().allMatch(node -> node.execute().isOk()));
        assertThat(kit.accounts.page(null, 10)).hasSize(1);
        assertThat(printed()).containsOnlyOnce("one-time password");
    }

    @Test
    void aPasswordIsNotShownByAccident() {
        assertThat(FirstPassword.of("given by the operator", true)).asString().doesNotContain("given");
    }
}
