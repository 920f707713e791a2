package io.obox.web.internal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells which thread runs each of its parts, or hangs there and hears of no interruption. */
@Path("telling")
public class TellingResource {
    static final AtomicBoolean hang = new AtomicBoolean();

    private static final int MORE_THAN_IS_KEPT_BACK = 256 * 1024;

    static String thread() {
        while (hang.get()) {
            Thread.onSpinWait();
        }
        return Thread.currentThread().getName();
    }

    @GET
    @Path("method")
    public String method() {
        return thread();
    }

    @GET
    @Path("entity")
    public Entity entity() {
        return new Entity();
    }

    @GET
    @Path("stream")
    public StreamingOutput stream() {
        return out -> out.write(thread().getBytes(StandardCharsets.UTF_8));
    }

    @GET
    @Path("half")
    public StreamingOutput half() {
        return out -> {
            out.write(new byte[MORE_THAN_IS_KEPT_BACK]);
            out.write(thread().getBytes(StandardCharsets.UTF_8));
        };
    }

    @GET
    @Path("parameter")
    public String parameter(@QueryParam("value") Value value) {
        return value.thread();
    }

    @POST
    public String body(Body body) {
        return body.thread;
    }

    @Path("below")
    public Located below() {
        return new Located(thread());
    }

    /** Answers where another does. */
    @Path("own")
    public static class Same {
        @GET
        @Path("shared")
        @Produces("text/x-other")
        public String other() {
            return thread();
        }
    }

    /** Written by its getter. */
    public static class Entity {
        public String getThread() {
            return thread();
        }
    }

    /** Made of a parameter. */
    public record Value(String thread) {
        public static Value valueOf(String text) {
            return new Value(TellingResource.thread());
        }
    }

    /** Read by its setter. */
    public static class Body {
        private String thread = "";

        public void setWord(String word) {
            thread = thread();
        }
    }

    /** Found by a method. */
    public record Located(String thread) {
        @GET
        @Path("locator")
        public String get() {
            return thread;
        }
    }
}
