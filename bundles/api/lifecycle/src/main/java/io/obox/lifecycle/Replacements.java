package io.obox.lifecycle;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Replaces bundles of this node by other builds of them, while they are in use. One at a time. Thread-safe. */
@ProviderType
public interface Replacements {
    /**
     * Puts the jar in the place of the running bundle of the same symbolic name.
     *
     * @param jar a file of this machine
     * @param progress is told of each step, in a few words
     * @return what was done, in one line
     * @throws io.obox.problem.ProblemException {@code update-refused}: the old version serves as before
     * @throws InterruptedException if the thread is interrupted while it waits; one of both versions is left to serve
     */
    String replace(Path jar, Consumer<String> progress) throws InterruptedException;
}
