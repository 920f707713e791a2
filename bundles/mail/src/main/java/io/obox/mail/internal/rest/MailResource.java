package io.obox.mail.internal.rest;

import io.obox.job.Job;
import io.obox.mail.Mail;
import io.obox.mail.MailFilter;
import io.obox.mail.MailState;
import io.obox.mail.internal.outbox.MailService;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.problem.FieldValues;
import io.obox.user.Caller;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/admin/mails}: the mails of OBox, for administrators. */
@Component(service = MailResource.class)
@JakartarsResource
@JakartarsName("obox.mails")
@Path("admin/mails")
@Produces(MediaType.APPLICATION_JSON)
public final class MailResource {
    private final MailService mails;

    /** Within the bundle. */
    @Activate
    public MailResource(@Reference MailService mails) {
        this.mails = mails;
    }

    /**
     * Mails without what they say, newest first.
     *
     * @param to a part of the address that they go to
     */
    @GET
    @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "mails:read")
    public Page<Mail> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context SecurityContext security) {
        MailFilter filter = MailFilter.builder()
                .state(FieldValues.constant("/state", state, MailState.class))
                .to(to)
                .build();
        return mails.list(Caller.of(security.getUserPrincipal()), filter, PageRequest.parse(limit, cursor));
    }

    /** Whether mails go out, or stay in the outbox. */
    @GET
    @Path("delivery")
    @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "mails:read")
    public DeliveryDocument delivery(@Context SecurityContext security) {
        return new DeliveryDocument(mails.delivers(Caller.of(security.getUserPrincipal())));
    }

    /** Sends the caller a mail that says nothing but that mail works. */
    @POST
    @Path("test")
    @Access(to = Audience.ADMINS, whose = Whose.OWN, scope = "mails:write")
    public Response test(@Context SecurityContext security) {
        return accepted(mails.test(Caller.of(security.getUserPrincipal())));
    }

    /** One mail, with what it says and the links in it unless it has been sent. */
    @GET
    @Path("{id}")
    @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "mails:read")
    public Mail get(@PathParam("id") UUID id, @Context SecurityContext security) {
        return mails.get(Caller.of(security.getUserPrincipal()), id);
    }

    /** Sends one that is in the outbox or dead. */
    @POST
    @Path("{id}/retry")
    @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "mails:write")
    public Response retry(@PathParam("id") UUID id, @Context SecurityContext security) {
        return accepted(mails.retry(Caller.of(security.getUserPrincipal()), id));
    }

    private static Response accepted(Job job) {
        return Response.accepted(job)
                .location(URI.create("/api/jobs/" + job.id()))
                .build();
    }
}
