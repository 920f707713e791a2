package io.obox.queue.internal;

import io.obox.queue.internal.execution.Tuning;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Node;
import io.obox.queue.internal.kit.TestHandler;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Prints how many jobs a second go into the queue, each in a transaction of its own, and how many it does with a handler that
 * does nothing. The CPU time is that of OBox, PostgreSQL and Redis together. Arguments: jobs, workers, threads that submit,
 * rounds.
 */
public final class Throughput {
    private Throughput() {}

    /** Runs the rounds; the first ones warm up. */
    public static void main(String[] arguments) throws InterruptedException {
        int jobs = number(arguments, 0, 10_000);
        int workers = number(arguments, 1, 8);
        int submitters = number(arguments, 2, 6);
        int rounds = number(arguments, 3, 5);
        try (Cluster cluster = Cluster.withRedis()) {
            Node node = cluster.node("bench", workers);
            node.worker.retune(new Tuning("bench", workers, Duration.ofSeconds(30), Duration.ofSeconds(1)));
            for (int round = 1; round <= rounds; round++) {
                Duration before = cpu();
                double added = perSecond(jobs, submit(node, jobs, submitters));
                Duration between = cpu();
                double done = perSecond(jobs, process(node, jobs));
                System.out.printf(
                        "round %d: %d jobs, %.0f added/s (%d ms of CPU), %.0f done/s (%d ms of CPU)%n",
                        round,
                        jobs,
                        added,
                        between.minus(before).toMillis(),
                        done,
                        cpu().minus(between).toMillis());
            }
        }
        System.exit(0);
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    /** What this process and the database below it have used. */
    private static Duration cpu() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static double perSecond(int jobs, Duration time) {
        return jobs * 1e9 / time.toNanos();
    }

    private static Duration submit(Node node, int jobs, int threads) {
        long start = System.nanoTime();
        try (ExecutorService pool =
                Executors.newFixedThreadPool(threads, Thread.ofVirtual().factory())) {
            for (int i = 0; i < jobs; i++) {
                pool.execute(() -> node.jobs.submit(Cluster.request("nothing", "thing")));
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
