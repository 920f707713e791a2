package io.obox.shell.internal.ssh;

import static io.obox.shell.internal.ssh.TestClient.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.obox.shell.internal.FakeUsers;
import io.obox.shell.internal.ssh.TestClient.Answer;
import io.obox.user.Caller;
import io.obox.user.TokenKeys;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshDoorTest extends OpenDoor {
    @Test
    void keysAreRotatedOrRevokedAsIsAsked() throws Exception {
        List<String> done = new CopyOnWriteArrayList<>();
        services.keys = new TokenKeys() {
            @Override
            public void rotate(Caller caller) {
                done.add("rotated");
            }

            @Override
            public void revoke(Caller caller) {
                done.add("revoked");
            }
        };
        ClientSession operator = client.withKey(data.resolve("shell/operator"));

        assertThat(run(operator, "obox:rotate-keys").out()).contains("stay good");
        assertThat(run(operator, "obox:rotate-keys --revoke").out()).contains("log in again");

        assertThat(done).containsExactly("rotated", "revoked");
    }

    @Test
    void theKeyActsForTheOperatorAndAPasswordForWhoseItIs() throws Exception {
        run(operator(), "obox:vms");
        run(client.withPassword("boss@example.org", FakeUsers.PASSWORD), "obox:vms");
        assertThat(vms.callers).extracting("email").containsExactly("first@example.org", "boss@example.org");
    }

    @Test
    void nobodyElseComesIn() throws Exception {
        KeyPair stranger = KeyPairGenerator.getInstance("EC").generateKeyPair();
        assertThatThrownBy(() -> client.withKey(stranger)).isInstanceOf(SshException.class);
        assertThatThrownBy(() -> client.withPassword("boss@example.org", "wrong"))
                .isInstanceOf(SshException.class);
        assertThatThrownBy(() -> client.withPassword("user@example.org", FakeUsers.PASSWORD))
                .isInstanceOf(SshException.class);
    }

    @Test
    void whoHasASecondFactorIsToldThatThePasswordIsNotEnough() {
        assertThatThrownBy(() -> client.withPassword("careful@example.org", FakeUsers.PASSWORD))
                .isInstanceOf(SshException.class)
                .hasMessageContaining("It can't be shown here. Use a key.");
    }

    @Test
    void aFirstPasswordIsGoodForNothingHere() throws Exception {
        Answer answer = run(client.withPassword("new@example.org", FakeUsers.PASSWORD), "obox:vms");
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("choose another");
    }

    @Test
    void aKeyThatTheOperatorLetsInComesIn() throws Exception {
        KeyPair friend = KeyPairGenerator.getInstance("EC").generateKeyPair();
        Files.writeString(
                data.resolve("shell/authorized_keys"), PublicKeyEntry.toString(friend.getPublic()) + " friend\n");
        assertThat(run(client.withKey(friend), "obox:vms").status()).isZero();
    }

    @Test
    void theKeysAreTheirOwnersAlone() throws Exception {
        assertThat(permissions("shell")).isEqualTo("rwx------");
        assertThat(permissions("shell/operator")).isEqualTo("rw-------");
        assertThat(Files.readString(data.resolve("shell/operator"))).startsWith("-----BEGIN OPENSSH PRIVATE KEY-----");
    }

    private String permissions(String file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)));
    }

    @Test
    void theKeysStayTheSame() throws Exception {
        String key = Files.readString(data.resolve("shell/operator"));
        try (TestDoor second = new TestDoor(services, data, 0)) {
            await().atMost(Duration.ofMinutes(1)).until(second::open);
            assertThat(Files.readString(data.resolve("shell/operator"))).isEqualTo(key);
        }
    }

    @Test
    void aProblemIsToldOnStderrWithItsFields() throws Exception {
        Answer answer = run(operator(), "obox:create-vm -web");
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).startsWith("error: ").contains("name: It must be a label");
    }

    @Test
    void wrongUseHasAStatusOfItsOwn() throws Exception {
        assertThat(run(operator(), "obox:vm").status()).isEqualTo(2);
        Answer unknown = run(operator(), "obox:vm web explode");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("start, shutdown");
    }

    @Test
    void aCommandTellsHowItIsUsed() throws Exception {
        for (String line : List.of("obox:vms --help", "obox:vm --help", "obox:vm web --help", "obox:help --help")) {
            Answer answer = run(operator(), line);
            assertThat(answer.status()).as(line).isZero();
            assertThat(answer.err()).as(line).isEmpty();
            assertThat(answer.out()).as(line).startsWith(line.split(" ")[0] + " ");
        }
        assertThat(vms.callers).isEmpty();
    }

    @Test
    void aCommandThatIsNotThereIsSaidToBeMissing() throws Exception {
        Answer answer = run(operator(), "obox:nonsense");
        assertThat(answer.status()).isEqualTo(127);
        assertThat(answer.err()).contains("obox:nonsense");
    }

    @Test
    void nothingLeadsToFilesOrClasses() throws Exception {
        ClientSession operator = operator();
        for (String command : TestDoor.FOREIGN) {
            Answer answer = run(operator, command + " x");
            assertThat(answer.status()).as(command).isEqualTo(127);
            assertThat(answer.out()).as(command).isEmpty();
        }
        for (String name : List.of("cat", "ls", "new", "sh", "(cat x)", "echo $(cat x)", "vms | tac x")) {
            Answer answer = run(operator, name);
            assertThat(answer.out()).as(name).doesNotContain("was used");
            assertThat(answer.status()).as(name).isNotZero();
        }
    }

    @Test
    void outputIsNotWrittenToFilesNorInputReadFromThem() throws Exception {
        Path file = Files.writeString(data.resolve("secret"), "secret\n");
        for (String line : List.of(
                "echo gone > " + file,
                "echo gone >> " + file,
                "grep . < " + file,
                "grep . " + file,
                "head " + file,
                "sort " + file,
                "wc " + file)) {
            Answer answer = run(operator(), line);
            assertThat(answer.status()).as(line).isNotZero();
            assertThat(answer.out()).as(line).isEmpty();
        }
        assertThat(file).hasContent("secret");
        assertThat(run(operator(), "echo " + data + "/*").out()).doesNotContain("secret");
        assertThat(run(operator(), "gogo.option.noglob = false; echo " + data + "/*")
                        .out())
                .doesNotContain("secret");
    }

    @Test
    void objectsHaveNoMethods() throws Exception {
        for (String line : List.of(
                "(\"text\") getClass",
                "x = [1 2]; $x getClass",
                "$x . getClass",
                "$.obox.caller get",
                "(echo) getClass",
                "$.session close",
                "{ echo a } getClass",
                "([a=1]) getClass")) {
            Answer answer = run(operator(), line);
            assertThat(answer.status()).as(line).isNotZero();
            assertThat(answer.out()).as(line).doesNotContain("class ");
        }
    }

    @Test
    void bundlesAreForTheOperatorsKeyAlone() throws Exception {
        ClientSession administrator = client.withPassword("boss@example.org", FakeUsers.PASSWORD);
        for (String command : TestDoor.BUNDLES) {
            assertThat(run(operator(), command).out()).isEqualToIgnoringNewLines(command + " was used");
            assertThat(run(administrator, command).status()).as(command).isEqualTo(127);
        }
        assertThat(run(administrator, "vms | wc -l").status()).isZero();
    }

    @Test
    void whileThereIsNoAdministratorOneComesInAllTheSame() throws Exception {
        users.empty = true;
        assertThat(run(operator(), "obox:help").status()).isZero();
        Answer answer = run(operator(), "obox:vms");
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).contains("no administrator yet");
    }

    @Test
    void aSessionEditsLinesAndEndsWithCtrlD() throws Exception {
        vms.add("web");
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        try (ChannelShell channel = operator().createShellChannel()) {
            channel.setPtyType("xterm");
            channel.setPtyColumns(0);
            channel.setOut(screen);
            channel.open().verify(Duration.ofSeconds(30));
            OutputStream keyboard = channel.getInvertedIn();
            await().atMost(Duration.ofMinutes(1)).until(() -> text(screen).contains("obox> "));
            type(keyboard, "obox:vmx\177s\r");
            await().atMost(Duration.ofMinutes(1)).until(() -> text(screen).contains("512 MiB"));
            type(keyboard, "obox:vm nothing\r");
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> text(screen).contains("error: There is no VM with the name nothing."));
            type(keyboard, "cat /etc/passwd\r");
            await().atMost(Duration.ofMinutes(1)).until(() -> text(screen).contains("error: There is no command cat"));
            type(keyboard, "\004");
            await().atMost(Duration.ofMinutes(1)).until(channel::isClosed);
            assertThat(channel.getExitStatus()).isZero();
        }
    }

    private static String text(ByteArrayOutputStream screen) {
        return screen.toString(StandardCharsets.UTF_8);
    }

    private static void type(OutputStream keyboard, String keys) throws Exception {
        keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    @Test
    void aTakenPortIsToldOfAndTakenOverWhenItIsFree(@TempDir Path other) throws Exception {
        ServerSocket squatter = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        try (TestDoor second = new TestDoor(services, other, squatter.getLocalPort())) {
            String port = Integer.toString(squatter.getLocalPort());
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> second.door().execute().toString().contains(port));
            assertThat(second.open()).isFalse();
            squatter.close();
            await().atMost(Duration.ofMinutes(1)).until(second::open);
        }
    }

    @Test
    void whoeverClosesTakesOnlyTheirOwnSignAway() throws Exception {
        try (TestDoor second = new TestDoor(services, data, 0)) {
            await().atMost(Duration.ofMinutes(1)).until(second::open);
            int port = port();
            door.close();
            assertThat(port()).isEqualTo(port);
        }
        assertThat(data.resolve("run/shell.port")).doesNotExist();
    }
}
