package io.obox.container.web;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.version.Versioned;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A resource that goes wrong in every way. */
@Path("things")
@Produces(MediaType.APPLICATION_JSON)
public final class ThingResource {
    public enum Colour {
        RED,
        GREEN
    }

    public record Thing(
            @Nullable String name,
            @Nullable Integer size,
            @Nullable Colour colour,
            @Nullable List<Thing> parts) {}

    public record Answer(
            String caller,
            @Nullable Integer limit,
            Instant at,
            @Nullable String nothing) {}

    public record Numbered(String name, long version) implements Versioned {}

    /** Cannot be written. */
    public static final class Broken {
        public String getValue() {
            throw new IllegalStateException("no value");
        }
    }

    @GET
    public Answer list(@QueryParam("limit") @Nullable Integer limit, @Context SecurityContext security) {
        Caller caller = (Caller) security.getUserPrincipal();
        return new Answer(caller.email(), limit, Instant.parse("2026-01-02T03:04:05Z"), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Thing create(Thing thing) {
        return new Thing(thing.name(), thing.size(), thing.colour(), thing.parts());
    }

    @PATCH
    @Path("changes")
    @Consumes("application/merge-patch+json")
    public Thing change(Thing thing) {
        return new Thing(thing.name(), thing.size(), thing.colour(), thing.parts());
    }

    @POST
    @Path("work")
    public Response work() {
        return Response.accepted(Map.of()).location(URI.create("/api/jobs/7")).build();
    }

    @GET
    @Path("versioned")
    public Numbered versioned() {
        return new Numbered("a", 7);
    }

    @GET
    @Path("passing")
    public Response passing() {
        return Response.ok(versioned())
                .cacheControl(CacheControl.valueOf("no-store"))
                .build();
    }

    /** Leaves the reading of preconditions to the REST layer. */
    @GET
    @Path("conditional")
    public Response conditional(@Context Request request) {
        EntityTag tag = new EntityTag("1");
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged == null ? Response.ok(Map.of()).tag(tag).build() : unchanged.build();
    }

    @GET
    @Path("{id}")
    public Map<String, Object> get(@PathParam("id") UUID id) {
        return Map.of("id", id);
    }

    @GET
    @Path("bug")
    public String bug() {
        throw new IllegalStateException("secret detail");
    }

    @GET
    @Path("broken")
    public Broken broken() {
        return new Broken();
    }

    @GET
    @Path("away")
    public String away() {
        throw new ProblemException(Problem.unavailable("The database is away."));
    }

    @GET
    @Path("conflict")
    public String conflict() {
        throw new ProblemException(Problem.stateConflict("It is off.").withRemedy("Start it."));
    }

    @GET
    @Path("large")
    public List<String> large() {
        return java.util.Collections.nCopies(2000, "a machine");
    }
}
