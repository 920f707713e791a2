package io.obox.product.chaos;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api.Answer;
import io.obox.product.access.Machines;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who asks for VM after VM, and asks again with the same key where the answer is that it is not the time. */
final class Creations implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Machines machines;
    private final List<JsonNode> accepted = new CopyOnWriteArrayList<>();
    private final List<Answer> refused = new CopyOnWriteArrayList<>();
    private final Thread thread;

    /** Begins, and ends after so many. */
    Creations(Machines machines, int count) {
        this.machines = machines;
        this.thread = Thread.ofVirtual().start(() -> {
            String image = machines.image();
            for (int i = 0; i < count && !Thread.currentThread().isInterrupted(); i++) {
                create("during-" + i, image);
            }
        });
    }

    private void create(String name, String image) {
        Answer done = await(name)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> ask(name, image), answer -> answer.status() == 202);
        accepted.add(done.json());
    }

    private Answer ask(String name, String image) {
        Answer answer = machines.createOnce(name, image);
        if (answer.status() != 202) {
            refused.add(answer);
        }
        return answer;
    }

    /** The jobs that were accepted so far. */
    List<JsonNode> accepted() {
        return accepted;
    }

    /** The answers so far that were none. */
    List<Answer> refused() {
        return refused;
    }

    /** Waits until so many were accepted. */
    void awaitAccepted(int count) {
        await(count + " accepted")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> accepted.size() >= count);
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
