package io.obox.embedded.internal.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A server that runs as one process. All methods are called by one thread. */
public interface Server {
    /** What people call it. */
    String name();

    /** Makes everything that the first launch needs; quick if it is there already. */
    void prepare() throws IOException, InterruptedException;

    /** The process that serves this data folder already, started by an earlier run of OBox or by somebody's hand. */
    Optional<ProcessHandle> running() throws IOException;

    /** Starts it. */
    Process launch() throws IOException, InterruptedException;

    /** Whether this process accepts work by now. Must not take longer than a second. */
    boolean answers(ProcessHandle process);

    /** Asks the process to end in order; returns without waiting for its end. */
    void stop(ProcessHandle process) throws IOException, InterruptedException;

    /** Where its messages are. */
    Path log();
}
