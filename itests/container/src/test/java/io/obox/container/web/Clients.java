package io.obox.container.web;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Clients that ask for a path again and again until they are closed. */
final class Clients implements AutoCloseable {
    record Answer(int status, String body, Duration took) {}

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean asking = true;

    Clients(Http http, int number, String path) {
        for (int i = 0; i < number; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                while (asking) {
                    long began = System.nanoTime();
                    HttpResponse<String> response = http.get(path);
                    answers.add(new Answer(
                            response.statusCode(), response.body(), Duration.ofNanos(System.nanoTime() - began)));
                }
            }));
        }
    }

    List<Answer> answers() {
        return List.copyOf(answers);
    }

    Set<String> bodies() {
        return answers.stream().map(Answer::body).collect(Collectors.toSet());
    }

    List<Answer> failed() {
        return answers.stream().filter(answer -> answer.status() != 200).toList();
    }

    boolean sawLast(String body) {
        return !answers.isEmpty()
                && answers.stream()
                        .skip(Math.max(0, answers.size() - 20))
                        .allMatch(a -> a.body().equals(body));
    }

    @Override
    public void close() throws InterruptedException {
        asking = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
