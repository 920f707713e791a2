package io.obox.job;

/**
 * Why a job that is AVAILABLE can't be begun by any node at the moment. It is not given up: it starts as soon as a node can.
 *
 * @param code what is missing, for programs: {@code place-unreached} or {@code kind-unhandled}
 * @param argument the place's label, or the kind of job
 * @param text the whole in English
 */
public record WaitReason(String code, String argument, String text) {
    /** No node reaches these places. */
    public static WaitReason placeUnreached(String label) {
        return new WaitReason("place-unreached", label, "waiting for " + label);
    }

    /** No node can do jobs of this kind. */
    public static WaitReason kindUnhandled(String kind) {
        return new WaitReason("kind-unhandled", kind, "waiting for a node that can do " + kind);
    }
}
