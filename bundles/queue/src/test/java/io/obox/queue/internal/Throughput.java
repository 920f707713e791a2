package io.obox.queue.internal;

import io.obox.job.JobRequest;
import io.obox.job.Subject;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Node;
import io.obox.queue.internal.kit.TestHandler;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Prints how many jobs a second go into the queue, each in a transaction of its own, and how many it does with a handler that
 * does nothing. Arguments: jobs, workers, threads that submit, rounds.
 */
public final class Throughput {
    private Throughput() {}

    /** Runs the rounds; the first ones warm up. */
    public static void main(String[] arguments) throws InterruptedException {
        int jobs = number(arguments, 0, 10_000);
        int workers = number(arguments, 1, 8);
        int submitters = number(arguments, 2, 16);
        int rounds = number(arguments, 3, 5);
        try (Cluster cluster = Cluster.withRedis()) {
            Node node = cluster.node("bench", workers);
            for (int round = 1; round <= rounds; round++) {
                double added = perSecond(jobs, submit(node, jobs, submitters));
                double done = perSecond(jobs, process(node, jobs));
                System.out.printf("round %d: %d jobs, %.0f added/s, %.0f done/s%n", round, jobs, added, done);
            }
        }
        System.exit(0);
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private static double perSecond(int jobs, Duration time) {
        return jobs * 1e9 / time.toNanos();
    }

    private static Duration submit(Node node, int jobs, int threads) {
        long start = System.nanoTime();
        try (ExecutorService pool =
                Executors.newFixedThreadPool(threads, Thread.ofVirtual().factory())) {
            for (int i = 0; i < jobs; i++) {
                pool.execute(() -> node.jobs.submit(JobRequest.of(
                        "nothing",
                        new Subject("thing", UUID.randomUUID(), "thing"),
                        new TestHandler.Args("text"),
                        Cluster.OWNER)));
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** From the arrival of the handler to the last event of the last job. */
    private static Duration process(Node node, int jobs) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(jobs);
        long start = System.nanoTime();
        Runnable away = node.handle(new TestHandler("nothing", (args, context) -> left.countDown()));
        left.await();
        while (node.worker.running() > 0) {
            Thread.sleep(1);
        }
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        away.run();
        return time;
    }
}
