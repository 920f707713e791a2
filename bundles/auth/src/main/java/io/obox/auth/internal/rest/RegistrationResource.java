package io.obox.auth.internal.rest;

import io.obox.auth.internal.registration.NewAccount;
import io.obox.auth.internal.registration.PasswordResets;
import io.obox.auth.internal.registration.RegistrationTerms;
import io.obox.auth.internal.registration.Registrations;
import io.obox.auth.internal.registration.Verification;
import io.obox.auth.internal.session.Client;
import io.obox.user.Caller;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Pending;
import io.obox.user.access.Whose;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/auth}: how people get an account, confirm its address, and get back into it. Answers tell of no account. */
@Component(service = RegistrationResource.class)
@JakartarsResource
@JakartarsName("obox.registration")
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
public final class RegistrationResource {
    private final Registrations registrations;
    private final Verification verification;
    private final PasswordResets resets;

    /** Within the bundle. */
    @Activate
    public RegistrationResource(
            @Reference Registrations registrations,
            @Reference Verification verification,
            @Reference PasswordResets resets) {
        this.registrations = registrations;
        this.verification = verification;
        this.resets = resets;
    }

    /** On which terms people can register. */
    @GET
    @Path("registration")
    @Access(to = Audience.ANYBODY, whose = Whose.NOBODYS)
    public RegistrationTerms terms() {
        return registrations.terms();
    }

    /** Asks for an account. */
    @POST
    @Path("register")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.ANYBODY, whose = Whose.NOBODYS)
    public Response register(@Nullable RegisterBody body, @Context HttpServletRequest request) {
        RegisterBody given = Fields.body(body);
        Fields fields = new Fields();
        NewAccount asked = new NewAccount(
                fields.text(given.email(), "/email"),
                fields.text(given.password(), "/password"),
                fields.text(given.name(), "/name"),
                Objects.requireNonNullElse(given.locale(), ""));
        fields.check();
        registrations.register(asked, client(request));
        return taken();
    }

    /** Confirms an address. */
    @POST
    @Path("verify")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.ANYBODY, whose = Whose.NOBODYS)
    public void verify(@Nullable TokenBody body, @Context HttpServletRequest request) {
        verification.verify(token(Fields.body(body).token()), client(request));
    }

    /** Has the caller sent another link. */
    @POST
    @Path("resend")
    @Access(to = Audience.USERS, whose = Whose.OWN, pending = Pending.VERIFICATION)
    public Response resend(@Context HttpServletRequest request, @Context SecurityContext security) {
        verification.resend(Caller.of(security.getUserPrincipal()), client(request));
        return taken();
    }

    /** Has whoever has this address sent a link to choose another password by. */
    @POST
    @Path("forgot")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.ANYBODY, whose = Whose.NOBODYS)
    public Response forgot(@Nullable ForgotBody body, @Context HttpServletRequest request) {
        Fields fields = new Fields();
        String email = fields.text(Fields.body(body).email(), "/email");
        fields.check();
        resets.forgot(email, client(request));
        return taken();
    }

    /** Chooses another password. */
    @POST
    @Path("reset")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.ANYBODY, whose = Whose.NOBODYS)
    public void reset(@Nullable ResetBody body, @Context HttpServletRequest request) {
        ResetBody given = Fields.body(body);
        Fields fields = new Fields();
        String token = fields.text(given.token(), "/token");
        String password = fields.text(given.password(), "/password");
        fields.check();
        resets.reset(token, password, client(request));
    }

    private static String token(@Nullable String given) {
        Fields fields = new Fields();
        String token = fields.text(given, "/token");
        fields.check();
        return token;
    }

    private static Response taken() {
        return Response.accepted().header("Cache-Control", "no-store").build();
    }

    private static Client client(HttpServletRequest request) {
        return Peer.of(request, null);
    }
}
