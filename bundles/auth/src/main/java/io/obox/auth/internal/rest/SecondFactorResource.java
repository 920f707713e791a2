package io.obox.auth.internal.rest;

import io.obox.auth.internal.enrolment.EnrolmentDocument;
import io.obox.auth.internal.enrolment.RecoveryCodesDocument;
import io.obox.auth.internal.enrolment.SecondFactorDocument;
import io.obox.auth.internal.enrolment.SecondFactors;
import io.obox.user.Caller;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Pending;
import io.obox.user.access.Whose;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/profile/second-factor}: the second factor of the caller's account. */
@Component(service = SecondFactorResource.class)
@JakartarsResource
@JakartarsName("obox.profile.second-factor")
@Path("profile/second-factor")
@Produces(MediaType.APPLICATION_JSON)
public final class SecondFactorResource {
    private final SecondFactors factors;

    /** Within the bundle. */
    @Activate
    public SecondFactorResource(@Reference SecondFactors factors) {
        this.factors = factors;
    }

    /** What there is. */
    @GET
    @Access(to = Audience.USERS, whose = Whose.OWN, pending = Pending.SECOND_FACTOR)
    public SecondFactorDocument get(@Context SecurityContext security) {
        return factors.get(Caller.of(security.getUserPrincipal()));
    }

    /** Makes a secret for an authenticator. */
    @POST
    @Access(to = Audience.USERS, whose = Whose.OWN, pending = Pending.SECOND_FACTOR)
    public Response begin(@Context SecurityContext security) {
        EnrolmentDocument begun = factors.begin(Caller.of(security.getUserPrincipal()));
        return Response.ok(begun).header("Cache-Control", "no-store").build();
    }

    /** Switches the second factor on. */
    @POST
    @Path("confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.USERS, whose = Whose.OWN, pending = Pending.SECOND_FACTOR)
    public Response confirm(@Nullable CodeBody body, @Context SecurityContext security) {
        Fields fields = new Fields();
        String code = fields.text(Fields.body(body).code(), "/code");
        fields.check();
        return secret(factors.confirm(Caller.of(security.getUserPrincipal()), code));
    }

    /** Makes other recovery codes. */
    @POST
    @Path("recovery-codes")
    @Access(to = Audience.USERS, whose = Whose.OWN)
    public Response renewCodes(@Context SecurityContext security) {
        return secret(factors.renewCodes(Caller.of(security.getUserPrincipal())));
    }

    /** Switches the second factor off. */
    @DELETE
    @Access(to = Audience.USERS, whose = Whose.OWN)
    public void disable(@Context SecurityContext security) {
        factors.disable(Caller.of(security.getUserPrincipal()));
    }

    private static Response secret(RecoveryCodesDocument codes) {
        return Response.ok(codes).header("Cache-Control", "no-store").build();
    }
}
