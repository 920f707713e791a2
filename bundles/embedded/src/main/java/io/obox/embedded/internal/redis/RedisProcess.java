package io.obox.embedded.internal.redis;

import io.obox.embedded.internal.server.Access;
import io.obox.embedded.internal.server.Carried;
import io.obox.embedded.internal.server.DataFolder;
import io.obox.embedded.internal.server.Detached;
import io.obox.embedded.internal.server.PidFile;
import io.obox.embedded.internal.server.Programs;
import io.obox.embedded.internal.server.Server;
import io.obox.redis.RedisAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Redis on the loopback interface, with its data in {@code redis} of the data folder. */
public final class RedisProcess implements Server {
    private final Path folder;
    private final Path programs;
    private final Path home;
    private final Path log;
    private final PidFile pidFile;
    private volatile @Nullable Access access;

    /** In this data folder. */
    public RedisProcess(DataFolder data) {
        this.folder = data.of("redis");
        this.programs = data.programs();
        this.home = programs.resolve(Carried.redisProgram());
        this.log = data.log("redis");
        this.pidFile = new PidFile(folder.resolve("redis.pid"));
    }

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public Path log() {
        return log;
    }

    /** Where it listens; valid once it has answered. */
    public RedisAddress address() {
        Access known = known();
        return new RedisAddress("redis://:" + known.password() + "@127.0.0.1:" + known.port());
    }

    private Access known() {
        Access known = access;
        if (known == null) {
            throw new IllegalStateException("Redis has not been prepared.");
        }
        return known;
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Programs.copy(Carried.redisProgram(), home, "redis-server");
        if (!Files.exists(folder.resolve(Access.FILE))) {
            Access.create().save(folder);
        }
        access = Access.load(folder);
    }

    @Override
    public Optional<ProcessHandle> running() throws IOException {
        return pidFile.process().filter(process -> PidFile.runsFrom(process, programs));
    }

    @Override
    public Process launch() throws IOException, InterruptedException {
        Access usable = known().withFreePort();
        if (!usable.equals(known())) {
            usable.save(folder);
            access = usable;
        }
        Path configuration = folder.resolve("redis.conf");
        Files.writeString(configuration, configuration(usable));
        return Detached.start(List.of(home.resolve("redis-server").toString(), configuration.toString()), folder, log);
    }

    /** Every write is appended to a file, which reaches the disk within a second. */
    private String configuration(Access usable) {
        return """
                bind 127.0.0.1
                port %d
                requirepass %s
                pidfile %s
                save ""
                appendonly yes
                appendfsync everysec
                loglevel warning
                """.formatted(usable.port(), usable.password(), quoted(pidFile.file()));
    }

    /** As Redis reads a value that may hold blanks. */
    private static String quoted(Path path) {
        return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public boolean answers(ProcessHandle process) {
        Access known = known();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), known.port()), 500);
            socket.setSoTimeout(500);
            socket.getOutputStream()
                    .write(("AUTH " + known.password() + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            byte[] answer = in.readNBytes("+OK\r\n+PONG\r\n".length());
            return new String(answer, StandardCharsets.US_ASCII).equals("+OK\r\n+PONG\r\n");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void stop(ProcessHandle process) {
        process.destroy();
    }
}
