package io.obox.vm.internal.rest;

import io.obox.job.Job;
import io.obox.page.PageRequest;
import io.obox.problem.FieldValues;
import io.obox.user.Caller;
import io.obox.user.Visibility;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import io.obox.version.ExpectedVersion;
import io.obox.vm.BulkPlan;
import io.obox.vm.Vm;
import io.obox.vm.VmFilter;
import io.obox.vm.VmOrder;
import io.obox.vm.VmState;
import io.obox.vm.internal.message.VmFieldMessage;
import io.obox.vm.internal.store.SnapshotCache;
import io.obox.vm.internal.vms.AskedVms;
import io.obox.vm.internal.vms.VmService;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Providers;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/vms}. */
@Component(service = VmResource.class)
@JakartarsResource
@JakartarsName("obox.vms")
@Path("vms")
@Produces(MediaType.APPLICATION_JSON)
public final class VmResource {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final CacheControl NOT_KEPT = CacheControl.valueOf("no-store");

    /** What a list shows; those who see the same share an answer. */
    private record Question(Visibility visible, VmFilter filter, VmOrder order, PageRequest page, Counting counting) {}

    private final VmService vms;
    private final SnapshotCache cache;

    /** Within the bundle. */
    @Activate
    public VmResource(@Reference VmService vms, @Reference SnapshotCache cache) {
        this.vms = vms;
        this.cache = cache;
    }

    /** The caller's VMs, or everybody's for an administrator. */
    @GET
    @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "vms:read")
    public Response list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("tag") @Nullable String tag,
            @QueryParam("q") @Nullable String query,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("host") @Nullable String host,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("count") @Nullable String count,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context SecurityContext security,
            @Context Providers providers) {
        VmFilter filter = VmFilter.builder()
                .state(FieldValues.constant("/state", state, VmState.class))
                .tag(tag)
                .query(query)
                .ownerId(FieldValues.id("/owner", owner))
                .hostId(FieldValues.id("/host", host))
                .build();
        Caller caller = Caller.of(security.getUserPrincipal());
        PageRequest page = PageRequest.parse(limit, cursor);
        VmOrder order = VmOrder.parse(sort);
        Counting counting = Counting.parse(count);
        Question question = new Question(caller.visibility(), filter, order, page, counting);
        byte[] document = cache.answer(question, byte[].class, () -> {
            AskedVms asked = vms.asked(caller, filter);
            return SentDocument.bytes(counting.document(asked.list(order, page), asked::count), providers);
        });
        return Response.ok(document).build();
    }

    /** Asks for a VM, or for several. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.USERS, whose = Whose.OWN, scope = "vms:write")
    public Response create(
            VmBody body, @HeaderParam(IDEMPOTENCY_KEY) @Nullable String key, @Context SecurityContext security) {
        Caller caller = Caller.of(security.getUserPrincipal());
        return accepted(
                body.isCounted() ? vms.create(caller, body.requests(key)) : vms.create(caller, body.request(key)));
    }

    /** One VM. */
    @GET
    @Path("{id}")
    @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "vms:read")
    public Response get(@PathParam("id") UUID id, @Context SecurityContext security) {
        Vm vm = vms.get(Caller.of(security.getUserPrincipal()), id);
        Response.ResponseBuilder answer = Response.ok(vm);
        if (vm.job() != null) {
            // its progress is shown too, of which the version does not tell
            answer.cacheControl(NOT_KEPT);
        }
        return answer.build();
    }

    /** Changes the name, the tags or the protection. */
    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "vms:write")
    public Vm update(
            @PathParam("id") UUID id,
            VmMerge body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        return vms.update(Caller.of(security.getUserPrincipal()), id, body.patch(), ExpectedVersion.required(ifMatch));
    }

    /** Puts it into the bin, or takes it away at once. */
    @DELETE
    @Path("{id}")
    @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "vms:write")
    public Response delete(
            @PathParam("id") UUID id,
            @QueryParam("purge") @Nullable String purge,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security.getUserPrincipal());
        ExpectedVersion expected = ExpectedVersion.parse(ifMatch);
        return accepted(purged(purge) ? vms.purge(caller, id, expected) : vms.delete(caller, id, expected));
    }

    /** Gives it back from the bin. */
    @POST
    @Path("{id}/restore")
    @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "vms:write")
    public Response restore(
            @PathParam("id") UUID id, @QueryParam("name") @Nullable String name, @Context SecurityContext security) {
        return accepted(vms.restore(Caller.of(security.getUserPrincipal()), id, name));
    }

    /** Changes the power, or repairs what is broken. */
    @POST
    @Path("{id}/actions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "vms:write")
    public Response act(
            @PathParam("id") UUID id,
            ActionBody body,
            @HeaderParam(IDEMPOTENCY_KEY) @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security.getUserPrincipal());
        ExpectedVersion expected = ExpectedVersion.parse(ifMatch);
        return accepted(
                body.isRepair()
                        ? vms.repair(caller, id, body.repair(key, expected))
                        : vms.act(caller, id, body.powerChange(key, expected)));
    }

    /** Does the same to many. */
    @POST
    @Path("actions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "vms:write")
    public Response actOnMany(
            BulkBody body, @HeaderParam(IDEMPOTENCY_KEY) @Nullable String key, @Context SecurityContext security) {
        return accepted(vms.act(Caller.of(security.getUserPrincipal()), body.change(key)));
    }

    /** What that would do. */
    @POST
    @Path("actions/plan")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "vms:read")
    public BulkPlan planForMany(BulkBody body, @Context SecurityContext security) {
        return vms.plan(Caller.of(security.getUserPrincipal()), body.change(null));
    }

    private static boolean purged(@Nullable String text) {
        return switch (text) {
            case null -> false;
            case "false" -> false;
            case "true" -> true;
            default -> throw FieldValues.refused("/purge", VmFieldMessage.TRUE_OR_FALSE.with());
        };
    }

    /** The answer for a job that has begun. */
    static Response accepted(Job job) {
        return Response.accepted(job)
                .location(URI.create("/api/jobs/" + job.id()))
                .build();
    }
}
