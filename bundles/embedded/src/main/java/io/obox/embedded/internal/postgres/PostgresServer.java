package io.obox.embedded.internal.postgres;

import io.obox.embedded.internal.server.Access;
import io.obox.embedded.internal.server.Carried;
import io.obox.embedded.internal.server.Commands;
import io.obox.embedded.internal.server.DataFolder;
import io.obox.embedded.internal.server.Detached;
import io.obox.embedded.internal.server.PidFile;
import io.obox.embedded.internal.server.Programs;
import io.obox.embedded.internal.server.Server;
import io.obox.persistence.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PostgreSQL on the loopback interface, with its data in {@code postgres} of the data folder. */
public final class PostgresServer implements Server {
    private static final int STATUS_LINE = 7;

    private final Path folder;
    private final Path programs;
    private final Path home;
    private final Path log;
    private final PidFile pidFile;
    private @Nullable Unprivileged user;
    private volatile @Nullable Access access;

    /** In this data folder. */
    public PostgresServer(DataFolder data) {
        this.folder = data.of("postgres");
        this.programs = data.programs();
        this.home = programs.resolve("postgresql-" + Carried.postgresVersion());
        this.log = data.log("postgres");
        this.pidFile = new PidFile(folder.resolve("postmaster.pid"));
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Path log() {
        return log;
    }

    /** Where it listens; valid once it has answered. */
    public DatabaseAddress address() {
        Access known = known();
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + known.port() + "/postgres", Cluster.ROLE, known.password());
    }

    private Access known() {
        Access known = access;
        if (known == null) {
            throw new IllegalStateException("PostgreSQL has not been prepared.");
        }
        return known;
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Unprivileged found = Unprivileged.find();
        user = found;
        Programs.unpack("postgres.tar", home);
        Cluster cluster = new Cluster(folder, home, found);
        cluster.create();
        cluster.requireVersion(Carried.postgresVersion());
        found.own(folder);
        access = Access.load(folder);
    }

    @Override
    public Optional<ProcessHandle> running() throws IOException {
        Optional<ProcessHandle> named = pidFile.process();
        if (named.isEmpty() || PidFile.runsFrom(named.get(), programs)) {
            return named;
        }
        if (named.get().info().command().orElse("").endsWith("/postgres")) {
            throw new IOException(folder + " is served by process "
                    + named.get().pid() + ", which OBox did not start. Stop that process.");
        }
        // a process that got the number of a PostgreSQL which was killed; PostgreSQL itself would take it for one
        Files.deleteIfExists(pidFile.file());
        return Optional.empty();
    }

    @Override
    public Process launch() throws IOException, InterruptedException {
        Access usable = known().withFreePort();
        if (!usable.equals(known())) {
            usable.save(folder);
            access = usable;
        }
        List<String> command = user().command(home.resolve("bin/postgres"), Cluster.arguments(folder, usable.port()));
        return Detached.start(command, folder, log);
    }

    @Override
    public boolean answers(ProcessHandle process) {
        try {
            List<String> lines = pidFile.lines();
            return lines.size() > STATUS_LINE
                    && lines.getFirst().strip().equals(Long.toString(process.pid()))
                    && lines.get(STATUS_LINE).strip().equals("ready")
                    && lines.get(3).strip().equals(Integer.toString(known().port()));
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void stop(ProcessHandle process) throws IOException, InterruptedException {
        Commands.run(user().command(home.resolve("bin/pg_ctl"), "stop", "-D", folder.toString(), "-m", "fast", "-W"));
    }

    private Unprivileged user() {
        Unprivileged known = user;
        if (known == null) {
            throw new IllegalStateException("PostgreSQL has not been prepared.");
        }
        return known;
    }
}
