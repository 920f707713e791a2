package io.obox.container.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;

/** A resource that computes without end, until it is told to stop: in its method, and in all that is run for it. */
@Path("spinning")
public final class SpinningResource {
    private final Spinning spinning;

    SpinningResource(Spinning spinning) {
        this.spinning = spinning;
    }

    @GET
    public String spin() {
        return spinning.spin();
    }

    @GET
    @Path("entity")
    public Entity entity() {
        return new Entity(spinning);
    }

    @GET
    @Path("stream")
    public StreamingOutput stream() {
        return out -> out.write(spinning.spin().getBytes(StandardCharsets.UTF_8));
    }

    @GET
    @Path("parameter")
    public String parameter(@QueryParam("value") Value value) {
        return value.thread();
    }

    @POST
    @Path("body")
    public String body(Body body) {
        return body.thread;
    }

    @GET
    @Path("thread")
    public String thread(@Context SecurityContext security) {
        return security.getUserPrincipal().getName() + " on a " + Spinning.thread() + " thread";
    }

    /** Spins when it is written. */
    public static final class Entity {
        private final Spinning spinning;

        Entity(Spinning spinning) {
            this.spinning = spinning;
        }

        public String getThread() {
            return spinning.spin();
        }
    }

    /** Spins when a parameter is made of it. */
    public record Value(String thread) {
        public static Value valueOf(String text) {
            return new Value(Spinning.of(text).spin());
        }
    }

    /** Spins when it is read from a body. */
    public static final class Body {
        private String thread = "";

        public void setSpinning(String name) {
            thread = Spinning.of(name).spin();
        }
    }
}
