package io.obox.queue.internal.dispatch;

import io.obox.queue.internal.ledger.Offer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/** The scripts that Redis runs, each as one step. */
final class Scripts {
    /** The braces keep all keys on one node of a Redis cluster. */
    static final String PREFIX = "{obox:jobs}";

    private final String offer = text("offer.lua");
    private final String take = text("take.lua");

    CompletionStage<Long> offer(RedissonClient client, List<Offer> offers) {
        List<Object> arguments = new ArrayList<>(offers.size() * 5);
        for (Offer one : offers) {
            arguments.add(one.kind());
            arguments.add(one.place());
            arguments.add(one.ownerId().toString());
            arguments.add(Long.toString(one.rank()));
            arguments.add(one.id().toString());
        }
        return run(client, offer, RScript.ReturnType.LONG, arguments);
    }

    CompletionStage<List<UUID>> take(
            RedissonClient client, Collection<String> kinds, Collection<String> places, int limit) {
        List<Object> arguments = new ArrayList<>(2 + kinds.size() + places.size());
        arguments.add(Integer.toString(limit));
        arguments.add(Integer.toString(kinds.size()));
        arguments.addAll(kinds);
        arguments.addAll(places);
        return this.<List<String>>run(client, take, RScript.ReturnType.LIST, arguments)
                .thenApply(ids -> ids.stream().map(UUID::fromString).toList());
    }

    private <T> CompletionStage<T> run(
            RedissonClient client, String script, RScript.ReturnType type, List<Object> arguments) {
        return client.getScript(StringCodec.INSTANCE)
                .evalAsync(RScript.Mode.READ_WRITE, script, type, List.of(PREFIX), arguments.toArray());
    }

    private static String text(String name) {
        try (InputStream file = Scripts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing in the bundle");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
