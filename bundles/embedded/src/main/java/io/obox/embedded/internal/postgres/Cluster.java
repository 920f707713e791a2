package io.obox.embedded.internal.postgres;

import io.obox.embedded.internal.server.Access;
import io.obox.embedded.internal.server.Commands;
import io.obox.embedded.internal.server.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a PostgreSQL, made in one step: they are all there or not at all. */
record Cluster(Path folder, Path home, Unprivileged user) {
    /** The role that owns everything. */
    static final String ROLE = "obox";

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    /** Settings that fit one application on the same machine; durability is left as it is. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=100",
            "shared_buffers=128MB",
            "max_wal_size=1GB",
            "wal_level=minimal",
            "max_wal_senders=0",
            "max_parallel_workers_per_gather=0",
            "jit=off",
            "random_page_cost=1.1",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_min_messages=warning");

    static String[] arguments(Path folder, int port) {
        Stream<String> fixed = Stream.of("-D", folder.toString(), "-p", Integer.toString(port));
        Stream<String> settings = SETTINGS.stream().flatMap(setting -> Stream.of("-c", setting));
        return Stream.concat(fixed, settings).toArray(String[]::new);
    }

    void create() throws IOException, InterruptedException {
        if (Files.exists(folder.resolve("PG_VERSION"))) {
            return;
        }
        Path part = folder.resolveSibling(folder.getFileName() + ".part");
        Programs.delete(part);
        Files.createDirectories(part);
        user.own(part);
        Access access = Access.create();
        Path password = Files.createTempFile("obox", ".password");
        try {
            Files.writeString(password, access.password());
            user.own(password);
            initialise(part, password);
        } finally {
            Files.delete(password);
        }
        access.save(part);
        Files.deleteIfExists(folder);
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        Thread.ofVirtual()
                .inheritInheritableThreadLocals(false)
                .name("obox-postgres-sync")
                .start(this::sync);
    }

    private void initialise(Path part, Path password) throws IOException, InterruptedException {
        Commands.run(user.command(
                home.resolve("bin/initdb"),
                "--pgdata=" + part,
                "--username=" + ROLE,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions",
                // done afterwards, while the server is starting
                "--no-sync"));
    }

    private void sync() {
        try {
            Commands.run(user.command(home.resolve("bin/initdb"), "--sync-only", "--pgdata=" + folder));
        } catch (IOException e) {
            LOG.warn("The new database could not be written through to the disk: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Refuses data that another major version wrote. */
    void requireVersion(String carried) throws IOException {
        String written = Files.readString(folder.resolve("PG_VERSION")).strip();
        String major = carried.split("\\.", 2)[0];
        if (!written.equals(major)) {
            throw new IOException(folder + " was written by PostgreSQL " + written + ", but this OBox carries " + major
                    + ". Use the version of OBox that wrote it, or move the data with pg_dump.");
        }
    }
}
