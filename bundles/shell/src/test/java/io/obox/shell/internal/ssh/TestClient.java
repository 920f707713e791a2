package io.obox.shell.internal.ssh;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;

/** A person with an SSH client. */
final class TestClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SshClient client = SshClient.setUpDefaultClient();
    private final int port;

    /** What a line gave. */
    record Answer(int status, String out, String err) {}

    TestClient(int port) {
        this.port = port;
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier((session, address, key) -> true);
        client.start();
    }

    ClientSession withKey(Path file) throws Exception {
        return withKey(new FileKeyPairProvider(file).loadKeys(null).iterator().next());
    }

    ClientSession withKey(KeyPair key) throws IOException {
        ClientSession session = connected("operator");
        session.addPublicKeyIdentity(key);
        session.auth().verify(PATIENCE);
        return session;
    }

    /** Tries one after the other on one connection. */
    ClientSession withPasswords(String user, List<String> passwords) throws IOException {
        ClientSession session = connected(user);
        passwords.forEach(session::addPasswordIdentity);
        session.auth().verify(PATIENCE);
        return session;
    }

    ClientSession withPassword(String user, String password) throws IOException {
        ClientSession session = connected(user);
        session.addPasswordIdentity(password);
        session.auth().verify(PATIENCE);
        return session;
    }

    /** By way of one of this machine's own addresses. */
    ClientSession withPassword(String user, String password, String from) throws IOException {
        InetSocketAddress door = new InetSocketAddress("127.0.0.1", port);
        ClientSession session = client.connect(user, door, null, new InetSocketAddress(from, 0))
                .verify(PATIENCE)
                .getSession();
        session.addPasswordIdentity(password);
        session.auth().verify(PATIENCE);
        return session;
    }

    private ClientSession connected(String user) throws IOException {
        return client.connect(user, "127.0.0.1", port).verify(PATIENCE).getSession();
    }

    static Answer run(ClientSession session, String line) throws IOException {
        return run(session, line, "");
    }

    /** With what the line reads. */
    static Answer run(ClientSession session, String line, String input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (ClientChannel channel = session.createExecChannel(line)) {
            channel.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            channel.setOut(out);
            channel.setErr(err);
            channel.open().verify(PATIENCE);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
            Integer status = channel.getExitStatus();
            return new Answer(
                    status == null ? -1 : status,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        client.stop();
    }
}
