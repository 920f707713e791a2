package io.obox.image.internal.catalogue;

import io.obox.image.store.ImageUsage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who makes things of images. They are asked on threads of their own, each one thing at a time: one that gives no answer holds up
 * nobody, and is not asked again before it does.
 */
final class ImageUsages {
    private static final Logger LOG = LoggerFactory.getLogger(ImageUsages.class);
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final List<ImageUsage> usages = new CopyOnWriteArrayList<>();
    private final Set<ImageUsage> asked = ConcurrentHashMap.newKeySet();
    private final Duration patience;
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new SynchronousQueue<>(),
            // not virtual threads: an interrupt would close the connection to the database that one reads from
            Thread.ofPlatform()
                    .inheritInheritableThreadLocals(false)
                    .daemon()
                    .name("obox-image-usage-", 0)
                    .factory());

    /** Each answer is waited for so long. */
    ImageUsages(Duration patience) {
        this.patience = patience;
    }

    void add(ImageUsage usage) {
        usages.add(usage);
    }

    void remove(ImageUsage usage) {
        usages.remove(usage);
    }

    void close() {
        threads.shutdownNow();
    }

    /**
     * Whether anybody uses the image. While there is nobody to be asked, it counts as used.
     *
     * @throws RuntimeException what was thrown by who was asked
     */
    Use of(UUID image) {
        if (usages.isEmpty()) {
            return Use.SOME;
        }
        Set<Use> answers = usages.stream().map(usage -> ask(usage, image)).collect(Collectors.toSet());
        if (answers.contains(Use.SOME)) {
            return Use.SOME;
        }
        return answers.contains(Use.UNKNOWN) ? Use.UNKNOWN : Use.NONE;
    }

    private Use ask(ImageUsage usage, UUID image) {
        if (!asked.add(usage)) {
            return Use.UNKNOWN;
        }
        FutureTask<Boolean> question = new FutureTask<>(() -> {
            try {
                return usage.isUsed(image);
            } finally {
                asked.remove(usage);
            }
        });
        threads.execute(question);
        try {
            return question.get(patience.toMillis(), TimeUnit.MILLISECONDS) ? Use.SOME : Use.NONE;
        } catch (TimeoutException e) {
            LOG.warn(
                    "{} does not say whether image {} is used", usage.getClass().getName(), image);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        }
        question.cancel(true);
        return Use.UNKNOWN;
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
