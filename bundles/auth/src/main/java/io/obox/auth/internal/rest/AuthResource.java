package io.obox.auth.internal.rest;

import io.obox.auth.internal.AuthSettings;
import io.obox.auth.internal.account.UserDirectory;
import io.obox.auth.internal.account.UserDocument;
import io.obox.auth.internal.confirmation.Confirmations;
import io.obox.auth.internal.login.Login;
import io.obox.auth.internal.login.LoginChallenge;
import io.obox.auth.internal.login.Logins;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.session.Client;
import io.obox.auth.internal.session.Session;
import io.obox.auth.internal.session.Sessions;
import io.obox.auth.internal.token.CookieNames;
import io.obox.auth.internal.token.Devices;
import io.obox.page.Page;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.User;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Pending;
import io.obox.user.access.Whose;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/auth}: logging in and out, and one's sessions. */
@Component(
        service = AuthResource.class,
        configurationPid = {AuthSettings.PID, "$"})
@JakartarsResource
@JakartarsName("obox.auth")
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
public final class AuthResource {
    private final Logins logins;
    private final Sessions sessions;
    private final UserDirectory users;
    private final Devices devices;
    private final Cookies cookies;
    private final Confirmations confirmations;

    /** Within the bundle. */
    @Activate
    public AuthResource(
            @Reference Logins logins,
            @Reference Sessions sessions,
            @Reference UserDirectory users,
            @Reference Devices devices,
            @Reference CookieNames names,
            @Reference Confirmations confirmations,
            AuthSettings settings) {
        this.logins = logins;
        this.sessions = sessions;
        this.users = users;
        this.devices = devices;
        this.confirmations = confirmations;
        this.cookies = Cookies.of(names, settings);
    }

    /** Opens a session. */
    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.ANYBODY, whose = Whose.NOBODYS)
    public Response login(
            @Nullable LoginBody body,
            @Context HttpServletRequest request,
            @Context HttpHeaders headers,
            @Context SecurityContext security) {
        LoginBody given = Fields.body(body);
        Fields fields = new Fields();
        String email = fields.text(given.email(), "/email");
        String password = fields.text(given.password(), "/password");
        fields.check();
        Client client = Peer.of(request, cookies.device(headers));
        return switch (logins.login(email, password.toCharArray(), client)) {
            case Login login -> granted(login, headers, security);
            case LoginChallenge challenge ->
                Response.ok(challenge).header("Cache-Control", "no-store").build();
        };
    }

    /** Opens the session of whoever shows the second factor after the password. */
    @POST
    @Path("second-factor")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.ANYBODY, whose = Whose.NOBODYS)
    public Response secondFactor(
            @Nullable FactorBody body,
            @Context HttpServletRequest request,
            @Context HttpHeaders headers,
            @Context SecurityContext security) {
        FactorBody given = Fields.body(body);
        Fields fields = new Fields();
        String challenge = fields.text(given.challenge(), "/challenge");
        String code = fields.text(given.code(), "/code");
        fields.check();
        Client client = Peer.of(request, cookies.device(headers));
        return granted(logins.login(challenge, code, client), headers, security);
    }

    /** Shows once more who the caller is. */
    @POST
    @Path("confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.USERS, whose = Whose.OWN, pending = Pending.SECOND_FACTOR)
    public void confirm(@Nullable ConfirmBody body, @Context SecurityContext security) {
        ConfirmBody given = Fields.body(body);
        confirmations.confirm(Caller.of(security.getUserPrincipal()), given.code(), given.password());
    }

    /** Renews the tokens of a session. */
    @POST
    @Path("refresh")
    @Access(to = Audience.ANYBODY, whose = Whose.OWN)
    public Response refresh(@Context HttpHeaders headers, @Context SecurityContext security) {
        String token = cookies.refreshToken(headers)
                .orElseThrow(() -> new ProblemException(Problem.unauthenticated(AuthMessage.NOBODY.with())));
        return granted(logins.refresh(token), headers, security);
    }

    /** Ends the sessions that the request came by, whichever of its tokens is still good. */
    @POST
    @Path("logout")
    @Access(to = Audience.ANYBODY, whose = Whose.OWN)
    public Response logout(@Context HttpHeaders headers, @Context SecurityContext security) {
        if (security.getUserPrincipal() instanceof Caller caller) {
            logins.logout(caller);
        }
        cookies.refreshToken(headers).ifPresent(logins::logout);
        return Response.noContent().cookie(cookies.cleared(security.isSecure())).build();
    }

    /** Who is logged in. */
    @GET
    @Path("me")
    @Access(
            to = Audience.USERS,
            whose = Whose.OWN,
            scope = "profile:read",
            pending = {Pending.PASSWORD_CHANGE, Pending.VERIFICATION, Pending.SECOND_FACTOR})
    public User me(@Context SecurityContext security) {
        Caller caller = Caller.of(security.getUserPrincipal());
        return UserDocument.of(users.get(caller, caller.userId()), caller.mustEnrolSecondFactor());
    }

    /** The caller's sessions. */
    @GET
    @Path("sessions")
    @Access(to = Audience.USERS, whose = Whose.OWN)
    public Page<Session> sessions(@Context SecurityContext security) {
        return new Page<>(sessions.list(Caller.of(security.getUserPrincipal())), null);
    }

    /** Ends a session. */
    @DELETE
    @Path("sessions/{id}")
    @Access(to = Audience.USERS, whose = Whose.VISIBLE)
    public void endSession(@PathParam("id") UUID id, @Context SecurityContext security) {
        sessions.end(Caller.of(security.getUserPrincipal()), id);
    }

    private Response granted(Login login, HttpHeaders headers, SecurityContext security) {
        String device = devices.renew(cookies.device(headers), login.user().email());
        return Response.ok(login.user())
                .cookie(cookies.of(login, security.isSecure()))
                .cookie(cookies.device(device, security.isSecure()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
