package io.obox.product.swap;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api;
import io.obox.product.access.Api.Answer;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * People at work: some read the list of VMs again and again, some ask for VMs, some follow the jobs of those, some log
 * in. Every answer that is not what a healthy product gives is kept.
 */
final class Traffic implements AutoCloseable {
    private static final int MOST_VMS = 5000;
    /** Who has so many jobs under way waits before asking for more: else a test that waits long waits for all of them at its end. */
    private static final int MOST_AT_ONCE = 10;

    private static final Duration BETWEEN_CREATIONS = Duration.ofMillis(100);
    /** To check a password is work by design. */
    private static final Duration BETWEEN_LOGINS = Duration.ofMillis(300);

    private final Product product;
    private final Api api;
    private final String imageId;
    private final String prefix;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicLong slowestNanos = new AtomicLong();
    private final Queue<String> followed = new ConcurrentLinkedQueue<>();
    private final List<String> jobs = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final List<Thread> threads;
    private volatile boolean going = true;

    Traffic(Product product, String prefix) {
        this.product = product;
        this.api = product.admin();
        this.prefix = prefix;
        this.imageId = new Machines(api).image();
        this.threads =
                List.of(loop(this::read), loop(this::read), loop(this::create), loop(this::follow), loop(this::logIn));
    }

    /** Ids of all jobs that were accepted so far. */
    List<String> jobs() {
        return List.copyOf(jobs);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    int logins() {
        return logins.get();
    }

    int requests() {
        return reads.get() + asked.get() + logins.get();
    }

    long slowestMillis() {
        return slowestNanos.get() / 1_000_000;
    }

    @Override
    public void close() throws InterruptedException {
        going = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private Thread loop(Runnable step) {
        return Thread.ofPlatform().name("traffic").start(() -> {
            while (going) {
                step.run();
            }
        });
    }

    private void read() {
        expect(200, "GET /api/vms", () -> api.get("/api/vms?limit=20"));
        reads.incrementAndGet();
    }

    private void create() {
        if (followed.size() >= MOST_AT_ONCE) {
            LockSupport.parkNanos(BETWEEN_CREATIONS.toNanos());
            return;
        }
        int n = asked.incrementAndGet();
        if (n > MOST_VMS) {
            read();
            return;
        }
        Map<String, Object> vm =
                Map.of("name", prefix + "-" + n, "imageId", imageId, "vcpus", 1, "memoryMib", 128, "diskGib", 1);
        Answer answer = expect(202, "POST /api/vms", () -> api.post("/api/vms", vm));
        if (answer.status() == 202) {
            String id = answer.json().path("id").asText();
            jobs.add(id);
            followed.add(id);
        }
        LockSupport.parkNanos(BETWEEN_CREATIONS.toNanos());
    }

    private void follow() {
        String id = followed.poll();
        if (id == null) {
            read();
            return;
        }
        JsonNode job = expect(200, "GET /api/jobs/" + id, () -> api.get("/api/jobs/" + id))
                .json();
        if (job.path("finishedAt").isNull()) {
            followed.add(id);
        }
    }

    private void logIn() {
        expect(200, "POST /api/auth/login", () -> new Api(product.address()).login(Product.EMAIL, Product.PASSWORD));
        logins.incrementAndGet();
        LockSupport.parkNanos(BETWEEN_LOGINS.toNanos());
    }

    private Answer expect(int status, String what, Supplier<Answer> request) {
        long began = System.nanoTime();
        Answer answer = request.get();
        slowestNanos.accumulateAndGet(System.nanoTime() - began, Math::max);
        if (answer.status() != status) {
            failures.add(what + " gave " + answer.status() + ": " + answer.body());
        }
        return answer;
    }
}
