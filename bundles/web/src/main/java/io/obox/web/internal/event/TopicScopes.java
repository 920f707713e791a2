package io.obox.web.internal.event;

import io.obox.user.Caller;
import io.obox.user.Scope;
import java.util.Map;

/** Of which topics a reader is told: of those whose things the credential is good for. A login is good for all. */
final class TopicScopes {
    private static final Map<String, Scope> OTHERS = Map.of(
            "bin", new Scope("vms:read"),
            "user", new Scope("users:read"));

    private TopicScopes() {}

    /** Whether the reader may be told of this topic, as far as the credential goes. */
    static boolean include(Caller caller, String topic) {
        return caller.scopes().contains(Scope.READ)
                || caller.scopes().contains(OTHERS.getOrDefault(topic, new Scope(topic + "s:read")));
    }
}
