package io.obox.mail.internal.rest;

import io.obox.mail.internal.templates.MailPreviewDocument;
import io.obox.mail.internal.templates.MailTemplateDocument;
import io.obox.mail.internal.templates.MailTemplates;
import io.obox.mail.internal.templates.MailWordsBody;
import io.obox.page.Page;
import io.obox.user.Caller;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import io.obox.version.ExpectedVersion;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/admin/mail-templates}: what mails say, for administrators. */
@Component(service = MailTemplateResource.class)
@JakartarsResource
@JakartarsName("obox.mail-templates")
@Path("admin/mail-templates")
@Produces(MediaType.APPLICATION_JSON)
public final class MailTemplateResource {
    private final MailTemplates templates;

    /** Within the bundle. */
    @Activate
    public MailTemplateResource(@Reference MailTemplates templates) {
        this.templates = templates;
    }

    /** All of them on one page, by their names. */
    @GET
    @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "mails:read")
    public Page<MailTemplateDocument> list(@Context SecurityContext security) {
        return new Page<>(templates.list(Caller.of(security.getUserPrincipal())), null);
    }

    /** One of them, with the words that it comes with and those that are taken in their place. */
    @GET
    @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "mails:read")
    @Path("{name}")
    public MailTemplateDocument get(@PathParam("name") String name, @Context SecurityContext security) {
        return templates.get(Caller.of(security.getUserPrincipal()), name);
    }

    /** Takes other words in a language. */
    @PUT
    @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "mails:write")
    @Path("{name}/{language}")
    @Consumes(MediaType.APPLICATION_JSON)
    public MailTemplateDocument choose(
            @PathParam("name") String name,
            @PathParam("language") String language,
            MailWordsBody body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        return templates.choose(
                Caller.of(security.getUserPrincipal()), name, language, body, ExpectedVersion.required(ifMatch));
    }

    /** Takes those again that the template comes with. */
    @DELETE
    @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "mails:write")
    @Path("{name}/{language}")
    public MailTemplateDocument reset(
            @PathParam("name") String name,
            @PathParam("language") String language,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        return templates.choose(
                Caller.of(security.getUserPrincipal()), name, language, null, ExpectedVersion.required(ifMatch));
    }

    /** Shows what a mail with these words looks like, with made-up arguments. Nothing is kept. */
    @POST
    @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "mails:read")
    @Path("{name}/{language}/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public MailPreviewDocument preview(
            @PathParam("name") String name,
            @PathParam("language") String language,
            MailWordsBody body,
            @Context SecurityContext security) {
        return templates.preview(Caller.of(security.getUserPrincipal()), name, language, body);
    }
}
