package io.obox.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Pending;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;

/** How the document tells who may call an operation: as OpenAPI does, and in {@code x-access} what that has no words for. */
record DeclaredAccess(Access access) {
    static DeclaredAccess of(AnnotatedElement operation) {
        Access declared = operation.getAnnotation(Access.class);
        if (declared == null) {
            throw new AssertionError(operation + " does not declare its @Access");
        }
        return new DeclaredAccess(declared);
    }

    void describe(ObjectNode operation) {
        security(operation.putArray("security"));
        ObjectNode extension = operation.putObject("x-access");
        extension.put("to", access.to().name()).put("whose", access.whose().name());
        if (!access.scope().equals(Access.NO_TOKEN)) {
            extension.put("scope", access.scope());
        }
        if (access.pending().length > 0) {
            ArrayNode pending = extension.putArray("pending");
            Arrays.stream(access.pending()).map(Pending::name).sorted().forEach(pending::add);
        }
    }

    private void security(ArrayNode ways) {
        if (access.to() == Audience.ANYBODY) {
            return;
        }
        ways.addObject().putArray("cookie");
        if (!access.scope().equals(Access.NO_TOKEN)) {
            ways.addObject().putArray("token").add(access.scope());
        }
    }
}
