package io.obox.web.internal.rest;

import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lets nothing be made of a body before it is here: what a parser builds takes many times as much memory as the bytes, and
 * its sender decides how long. A resource that wants the stream itself gets it.
 */
final class WholeBody implements ReaderInterceptor {
    private final BodyRoom room;

    WholeBody(BodyRoom room) {
        this.room = room;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType() == InputStream.class) {
            return context.proceed();
        }
        try (BodyRoom.Whole body = room.read(context.getInputStream())) {
            context.setInputStream(new ByteArrayInputStream(body.bytes()));
            return context.proceed();
        }
    }
}
