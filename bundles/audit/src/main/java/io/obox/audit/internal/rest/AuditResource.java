package io.obox.audit.internal.rest;

import io.obox.audit.AuditFilter;
import io.obox.audit.AuditProof;
import io.obox.audit.AuditRecord;
import io.obox.audit.Outcome;
import io.obox.audit.internal.message.AuditMessage;
import io.obox.audit.internal.trail.AuditTrailService;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.problem.FieldValues;
import io.obox.user.Caller;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Providers;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/admin/audit}: what people did and tried. */
@Component(service = AuditResource.class)
@JakartarsResource
@JakartarsName("obox.audit")
@Path("admin/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
    private final AuditTrailService trail;

    /** Within the bundle. */
    @Activate
    public AuditResource(@Reference AuditTrailService trail) {
        this.trail = trail;
    }

    /** A page of the records, newest first. */
    @GET
    @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "audit:read")
    public Page<AuditRecord> list(
            @QueryParam("q") @Nullable String text,
            @QueryParam("who") @Nullable String who,
            @QueryParam("what") @Nullable String what,
            @QueryParam("object") @Nullable String object,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context SecurityContext security) {
        return trail.list(
                Caller.of(security.getUserPrincipal()),
                filter(text, who, what, object, outcome, from, to),
                PageRequest.parse(limit, cursor));
    }

    /** One record. */
    @GET
    @Path("{id}")
    @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "audit:read")
    public AuditRecord get(@PathParam("id") UUID id, @Context SecurityContext security) {
        return trail.get(Caller.of(security.getUserPrincipal()), id);
    }

    /** All records, oldest first, one a line. */
    @GET
    @Path("lines")
    @Produces(RecordLines.MEDIA_TYPE)
    @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "audit:read")
    public StreamingOutput lines(
            @QueryParam("q") @Nullable String text,
            @QueryParam("who") @Nullable String who,
            @QueryParam("what") @Nullable String what,
            @QueryParam("object") @Nullable String object,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context SecurityContext security,
            @Context Providers providers) {
        Caller caller = Caller.of(security.getUserPrincipal());
        AuditFilter filter = filter(text, who, what, object, outcome, from, to);
        return new RecordLines(providers, trail.all(caller, filter));
    }

    /** What comes of a check of the chain. */
    @GET
    @Path("proof")
    @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "audit:read")
    public AuditProof proof(@Context SecurityContext security) {
        return trail.verify(Caller.of(security.getUserPrincipal()));
    }

    private static AuditFilter filter(
            @Nullable String text,
            @Nullable String who,
            @Nullable String what,
            @Nullable String object,
            @Nullable String outcome,
            @Nullable String from,
            @Nullable String to) {
        return AuditFilter.builder()
                .text(text)
                .who(who)
                .what(what)
                .object(object)
                .outcome(FieldValues.constant("/outcome", outcome, Outcome.class))
                .from(time("/from", from))
                .to(time("/to", to))
                .build();
    }

    private static @Nullable Instant time(String pointer, @Nullable String text) {
        return FieldValues.read(pointer, text, AuditResource::instant, AuditMessage.NO_TIME.with());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
