package io.obox.embedded.internal.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a server running until it is told to stop, in a thread of its own. */
public final class Supervisor {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration ADOPTION = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Server server;
    private final DataFolder data;
    private final String folder;
    private final Runnable onAnswer;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable String failure = "It is being started.";

    private Supervisor(Server server, DataFolder data, String folder, Runnable onAnswer) {
        this.server = server;
        this.data = data;
        this.folder = folder;
        this.onAnswer = onAnswer;
        this.thread = Thread.ofVirtual()
                .inheritInheritableThreadLocals(false)
                .name("obox-" + folder)
                .unstarted(this::supervise);
    }

    /**
     * Begins. Returns at once.
     *
     * @param folder name of the server's folder in the data folder
     * @param onAnswer runs each time the server has come up
     */
    public static Supervisor start(Server server, DataFolder data, String folder, Runnable onAnswer) {
        Supervisor supervisor = new Supervisor(server, data, folder, onAnswer);
        supervisor.thread.start();
        return supervisor;
    }

    /** Why the server does not run at the moment, or null if it does. */
    public @Nullable String failure() {
        return failure;
    }

    /** Stops the server in order and returns when it has ended. */
    public void stop() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void supervise() {
        Duration pause = Duration.ZERO;
        while (!stopping) {
            Instant begin = Instant.now();
            try (FileChannel claim = data.claim(folder)) {
                server.prepare();
                watch();
            } catch (InterruptedException e) {
                break;
            } catch (IOException | RuntimeException e) {
                report(e);
            }
            boolean lasted = Duration.between(begin, Instant.now()).compareTo(LONGEST_PAUSE) > 0;
            pause = lasted ? Duration.ZERO : longer(pause);
            if (!sleep(pause)) {
                break;
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.isZero() ? Duration.ofMillis(50) : pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return !stopping;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void report(Exception fault) {
        String message = String.valueOf(fault.getMessage());
        if (!message.equals(failure)) {
            LOG.error("{} does not run: {}", server.name(), message);
            LOG.debug("The cause", fault);
        }
        failure = message;
    }

    /** Runs the server once, until it ends. */
    private void watch() throws IOException, InterruptedException {
        ProcessHandle process = adoptOrLaunch();
        try {
            up(process);
            process.onExit().get();
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            end(process);
            throw e;
        }
        throw new IOException(
                "Its process has ended. It is started again; " + server.log() + " may tell why it ended.");
    }

    private ProcessHandle adoptOrLaunch() throws IOException, InterruptedException {
        Optional<ProcessHandle> found = server.running();
        if (found.isPresent()) {
            ProcessHandle left = found.get();
            if (answers(left, ADOPTION)) {
                LOG.info("{} is still running as process {}.", server.name(), left.pid());
                return left;
            }
            end(left);
        }
        return server.launch().toHandle();
    }

    private void up(ProcessHandle process) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        while (!answers(process, ADOPTION)) {
            if (!process.isAlive()) {
                throw new IOException("It ended while it was starting; " + server.log() + " tells why.");
            }
            LOG.warn(
                    "{} has been starting for {} s.",
                    server.name(),
                    Duration.between(begin, Instant.now()).toSeconds());
        }
        failure = null;
        LOG.info(
                "{} answers, {} ms after its start.",
                server.name(),
                Duration.between(begin, Instant.now()).toMillis());
        onAnswer.run();
    }

    private boolean answers(ProcessHandle process, Duration patience) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        while (process.isAlive() && Instant.now().isBefore(end)) {
            if (server.answers(process)) {
                return true;
            }
            Thread.sleep(POLL);
        }
        return false;
    }

    private void end(ProcessHandle process) {
        boolean interrupted = Thread.interrupted();
        try {
            server.stop(process);
            process.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (IOException | ExecutionException | TimeoutException e) {
            LOG.warn("{} does not stop in order: {}", server.name(), e.getMessage());
            process.destroyForcibly();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
