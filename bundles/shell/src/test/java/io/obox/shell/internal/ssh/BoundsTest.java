package io.obox.shell.internal.ssh;

import static io.obox.shell.internal.ssh.TestClient.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.obox.shell.internal.FakeServices;
import io.obox.shell.internal.FakeUsers;
import io.obox.shell.internal.FakeVms;
import io.obox.shell.internal.ssh.TestClient.Answer;
import io.obox.user.Role;
import io.obox.user.UserState;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person may not do whose key is not the operator's. */
class BoundsTest {
    private static final String TEN = "[1 2 3 4 5 6 7 8 9 10]";

    @TempDir
    private Path data;

    private final FakeServices services = new FakeServices();
    private final FakeUsers users = new FakeUsers();
    private final FakeVms vms = new FakeVms();
    private TestDoor door;
    private TestClient client;
    private ClientSession boss;

    @BeforeEach
    void enter() throws Exception {
        services.vms = vms;
        services.users = users;
        services.authenticator = users;
        door = new TestDoor(services, data, 0);
        await().atMost(Duration.ofMinutes(1)).until(door::open);
        client = new TestClient(Integer.parseInt(
                Files.readString(data.resolve("run/shell.port")).strip()));
        boss = client.withPassword("boss@example.org", FakeUsers.PASSWORD);
    }

    @AfterEach
    void leave() throws Exception {
        client.close();
        door.close();
    }

    @Test
    void nothingCanBeMadeToGrow() throws Exception {
        for (String line : List.of(
                "x = aa; x = \"$x$x\"",
                "x = [1 2]",
                "echo $x",
                "echo \"${x}\"",
                "echo \"it is '$it'\"",
                "echo $(vms)",
                "(echo a)",
                "echo (vms)",
                "echo {1..1000000000}",
                "echo a{b,c}",
                "each ['{1..1000000000}'] { echo $it }",
                "each [[1 2] 3] { echo $it }",
                "echo %(10 ** 1000000000)",
                "f = { echo $1$1 }",
                "each [a b] { echo \"$it$it\" }",
                "echo [a=b]",
                "vms &",
                "echo " + "a".repeat(3000))) {
            Answer answer = run(boss, line);
            assertThat(answer.status()).as(line).isNotZero();
            assertThat(answer.out()).as(line).isEmpty();
            assertThat(answer.err()).as(line).contains("the operator's shell has more");
        }
    }

    @Test
    void whatIsUsefulIsThereAllTheSame() throws Exception {
        vms.add("web-1");
        vms.add("db-1");
        assertThat(run(boss, "each [a 'b c'] { echo - $it } | sort -r").out()).isEqualTo("- b c\n- a\n");
        assertThat(run(boss, "vms | grep -v '^(db|NAME).*$' | wc -l").out()).isEqualTo("1\n");
        assertThat(run(boss, "echo 'a $HOME {1..3}'").out()).isEqualTo("a $HOME {1..3}\n");
    }

    @Test
    void theOperatorHasNoSuchBounds() throws Exception {
        ClientSession operator = client.withKey(data.resolve("shell/operator"));
        assertThat(run(operator, "x = ab; x = \"$x$x\"; echo $x").out()).contains("abab");
        String many = "each " + TEN + " { each " + TEN + " { each " + TEN + " { echo x } } }";
        assertThat(run(operator, many + " | wc -l").out()).isEqualTo("1000\n");
    }

    @Test
    void loopsEnd() throws Exception {
        String many = "each " + TEN + " { each " + TEN + " { each " + TEN + " { each " + TEN + " { echo x } } } }";
        Answer answer = run(boss, many);
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).contains("more than 1000 commands");
        assertThat(answer.out().lines().count()).isLessThan(1000);
        assertThat(run(boss, "echo again").out()).isEqualTo("again\n");
    }

    @Test
    void linesThatWaitForOthersAreFew() throws Exception {
        String many = "a\n".repeat(100_000);
        for (String tool : List.of("sort", "tail -n 1000000")) {
            assertThat(run(boss, tool + " | wc -l", many).out()).as(tool).isEqualTo("100000\n");

            Answer answer = run(boss, tool + " | wc -l", many + "a\n");

            assertThat(answer.err()).as(tool).contains("More than 100000 lines would have to be kept");
        }
        assertThat(run(boss, "tail -n 1", many + "b\n").out()).isEqualTo("b\n");
    }

    @Test
    void inputIsNotReadToTheEndOfMemory() throws Exception {
        String large = "a".repeat((1 << 20) - 1);
        for (String tool : List.of("sort", "wc", "grep -c a", "head", "tail")) {
            assertThat(run(boss, tool, large).status()).as(tool).isZero();

            Answer answer = run(boss, tool, large + "aa");

            assertThat(answer.err()).as(tool).contains("More than 1 MiB was sent");
        }
        ClientSession operator = client.withKey(data.resolve("shell/operator"));
        assertThat(run(operator, "wc -l", large + "aa").out()).isEqualTo("1\n");
    }

    @Test
    void whatALinePassesOnIsBounded() throws Exception {
        String large = "a".repeat((1 << 20) - 1);
        // each reads it and writes it
        assertThat(run(boss, tails(15), large).out()).hasSize(1 << 20);

        Answer answer = run(boss, tails(20), large);

        assertThat(answer.status()).isNotZero();
        assertThat(answer.err()).contains("passes on more than 32 MiB");
        ClientSession operator = client.withKey(data.resolve("shell/operator"));
        assertThat(run(operator, tails(20), large).out()).hasSize(1 << 20);
    }

    private static String tails(int number) {
        return String.join(" | ", Collections.nCopies(number, "tail"));
    }

    @Test
    void searchesEnd() throws Exception {
        Answer answer = run(boss, "echo " + "a".repeat(40) + "! | grep '^(a|aa)+\\1b$'");
        assertThat(answer.err()).contains("takes too long");
    }

    @Test
    void aLineThatNeverEndsIsNotReadToItsEnd() throws Exception {
        try (ChannelShell channel = boss.createShellChannel()) {
            channel.setPtyType("xterm");
            channel.open().verify(Duration.ofSeconds(30));
            byte[] keys = "a".repeat(4096).getBytes(StandardCharsets.UTF_8);
            channel.getInvertedIn().write(keys);
            channel.getInvertedIn().flush();
            await().atMost(Duration.ofMinutes(1)).until(channel::isClosed);
        }
        assertThat(run(boss, "echo again").out()).isEqualTo("again\n");
    }

    @Test
    void aConnectionHasFewTriesForAPassword() {
        users.tried.set(0);
        List<String> guesses =
                IntStream.range(0, 20).mapToObj(i -> "guess " + i).toList();
        assertThatThrownBy(() -> client.withPasswords("boss@example.org", guesses))
                .isInstanceOf(SshException.class);
        assertThat(users.tried).hasValueBetween(1, 6);
    }

    @Test
    void triesAreCountedForEachClient() throws Exception {
        users.origins.clear();
        client.withPassword("boss@example.org", FakeUsers.PASSWORD, "127.0.0.2");
        client.withPassword("boss@example.org", FakeUsers.PASSWORD, "127.0.0.3");
        assertThat(users.origins)
                .containsExactly(InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.3"));
    }

    @Test
    void whoIsNoAdministratorAnyMoreIsShownOut() throws Exception {
        ClientSession operator = client.withKey(data.resolve("shell/operator"));
        users.role = Role.USER;
        await().atMost(Duration.ofSeconds(10)).until(() -> !boss.isOpen());
        assertThat(operator.isOpen()).isTrue();
    }

    @Test
    void whosePasswordIsAnotherIsShownOut() throws Exception {
        ClientSession operator = client.withKey(data.resolve("shell/operator"));
        users.samePassword = false;
        await().atMost(Duration.ofSeconds(10)).until(() -> !boss.isOpen());
        assertThat(operator.isOpen()).isTrue();
    }

    @Test
    void whoseAccountWasTurnedOffIsShownOut() {
        users.state = UserState.DISABLED;
        await().atMost(Duration.ofSeconds(10)).until(() -> !boss.isOpen());
    }
}
