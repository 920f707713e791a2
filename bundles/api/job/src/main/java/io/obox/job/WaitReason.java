package io.obox.job;

import io.obox.message.Message;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a job that is AVAILABLE can't be begun by any node at the moment. It is not given up: it starts as soon as a node can.
 *
 * @param code what is missing, for programs: {@code place-unreached} or {@code kind-unhandled}
 * @param argument the labels of the places in English, or the kind of job
 * @param text the whole in English
 * @param places what people call the places that are missing; empty where none are
 */
public record WaitReason(String code, String argument, String text, List<Message> places) {
    /** Copies the places. */
    public WaitReason {
        places = List.copyOf(places);
    }

    /** In English only. */
    public WaitReason(String code, String argument, String text) {
        this(code, argument, text, List.of());
    }

    /** No node reaches these places. */
    public static WaitReason placeUnreached(String label) {
        return placesUnreached(List.of(Message.plain(label)));
    }

    /** No node reaches these places. */
    public static WaitReason placesUnreached(List<Message> places) {
        String labels = places.stream().map(Message::text).collect(Collectors.joining(", "));
        return new WaitReason("place-unreached", labels, "waiting for " + labels, places);
    }

    /** No node can do jobs of this kind. */
    public static WaitReason kindUnhandled(String kind) {
        return new WaitReason("kind-unhandled", kind, "waiting for a node that can do " + kind);
    }
}
