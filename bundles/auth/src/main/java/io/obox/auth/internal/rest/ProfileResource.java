package io.obox.auth.internal.rest;

import io.obox.auth.internal.deletion.AccountDeletion;
import io.obox.auth.internal.email.EmailChanges;
import io.obox.auth.internal.login.PasswordChange;
import io.obox.auth.internal.profile.ProfileDocument;
import io.obox.auth.internal.profile.Profiles;
import io.obox.user.Caller;
import io.obox.user.User;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Pending;
import io.obox.user.access.Whose;
import io.obox.version.ExpectedVersion;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/profile}: one's own account. */
@Component(service = ProfileResource.class)
@JakartarsResource
@JakartarsName("obox.profile")
@Path("profile")
@Produces(MediaType.APPLICATION_JSON)
public final class ProfileResource {
    private final Profiles profiles;
    private final PasswordChange passwords;
    private final EmailChanges emails;
    private final AccountDeletion deletion;

    /** Within the bundle. */
    @Activate
    public ProfileResource(
            @Reference Profiles profiles,
            @Reference PasswordChange passwords,
            @Reference EmailChanges emails,
            @Reference AccountDeletion deletion) {
        this.profiles = profiles;
        this.passwords = passwords;
        this.emails = emails;
        this.deletion = deletion;
    }

    /** The caller's account. */
    @GET
    @Access(to = Audience.USERS, whose = Whose.OWN, scope = "profile:read", pending = Pending.VERIFICATION)
    public ProfileDocument get(@Context SecurityContext security) {
        return profiles.get(Caller.of(security.getUserPrincipal()));
    }

    /** Changes the caller's name, language or preferences. */
    @PATCH
    @Consumes("application/merge-patch+json")
    @Access(to = Audience.USERS, whose = Whose.OWN, scope = "profile:write", pending = Pending.VERIFICATION)
    public ProfileDocument change(
            @Nullable ProfileMerge body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security.getUserPrincipal());
        return profiles.change(caller, Fields.body(body).change(), ExpectedVersion.required(ifMatch));
    }

    /** Deletes the caller's account. */
    @DELETE
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.USERS, whose = Whose.OWN, pending = Pending.VERIFICATION)
    public void delete(@Nullable DeletionBody body, @Context SecurityContext security) {
        Fields fields = new Fields();
        String password = fields.text(Fields.body(body).password(), "/password");
        fields.check();
        deletion.delete(Caller.of(security.getUserPrincipal()), password);
    }

    /** Asks for another address. */
    @POST
    @Path("email")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.USERS, whose = Whose.OWN)
    public Response changeEmail(@Nullable EmailBody body, @Context SecurityContext security) {
        EmailBody given = Fields.body(body);
        Fields fields = new Fields();
        String email = fields.text(given.email(), "/email");
        String password = fields.text(given.password(), "/password");
        fields.check();
        emails.ask(Caller.of(security.getUserPrincipal()), email, password);
        return Response.accepted().build();
    }

    /** Changes the caller's password. */
    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(
            to = Audience.USERS,
            whose = Whose.OWN,
            pending = {Pending.PASSWORD_CHANGE, Pending.VERIFICATION, Pending.SECOND_FACTOR})
    public User changePassword(@Nullable PasswordBody body, @Context SecurityContext security) {
        PasswordBody given = Fields.body(body);
        Fields fields = new Fields();
        String current = fields.text(given.currentPassword(), "/currentPassword");
        String chosen = fields.text(given.newPassword(), "/newPassword");
        fields.check();
        return passwords.change(Caller.of(security.getUserPrincipal()), current, chosen);
    }
}
