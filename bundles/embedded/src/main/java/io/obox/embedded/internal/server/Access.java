package io.obox.embedded.internal.server;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Port and password of a server, kept in a file beside its data that only its owner can read. */
public record Access(int port, String password) {
    /** Name of the file within the server's folder. */
    public static final String FILE = "obox.properties";

    /** A free port and a new password. */
    public static Access create() throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        return new Access(freePort(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** What was kept in this folder. */
    public static Access load(Path folder) throws IOException {
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(FILE))) {
            kept.load(reader);
        }
        try {
            return new Access(Integer.parseInt(kept.getProperty("port", "")), kept.getProperty("password", ""));
        } catch (NumberFormatException e) {
            throw new IOException(folder.resolve(FILE) + " holds no port.", e);
        }
    }

    /** Keeps it in this folder. */
    public void save(Path folder) throws IOException {
        Properties kept = new Properties();
        kept.setProperty("port", Integer.toString(port));
        kept.setProperty("password", password);
        Path part = folder.resolve(FILE + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(part)) {
            kept.store(writer, null);
        }
        Files.move(part, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The same, with another port if something else listens on this one. */
    public Access withFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return this;
        } catch (IOException e) {
            return new Access(freePort(), password);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public String toString() {
        return "Access[" + port + "]";
    }
}
