package io.obox.queue.internal.rest;

import io.obox.job.Job;
import io.obox.job.JobFilter;
import io.obox.job.JobLogLine;
import io.obox.job.JobState;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.problem.FieldValues;
import io.obox.queue.internal.LedgerJobs;
import io.obox.queue.internal.message.JobMessage;
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

/** {@code /api/jobs}. */
@Component(service = JobResource.class)
@JakartarsResource
@JakartarsName("obox.jobs")
@Path("jobs")
@Produces(MediaType.APPLICATION_JSON)
public final class JobResource {
    private final LedgerJobs jobs;

    /** Within the bundle. */
    @Activate
    public JobResource(@Reference LedgerJobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Jobs, newest first.
     *
     * @param subject the id of what they work on
     * @param parent the id of the job that they are parts of
     * @param wholes {@code true} for only those that are no parts of others
     * @param count {@code true} for how many there are, {@code states} for how many in each state as well
     */
    @GET
    @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "jobs:read")
    public JobPageDocument list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("parent") @Nullable String parent,
            @QueryParam("wholes") @Nullable String wholes,
            @QueryParam("count") @Nullable String count,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context SecurityContext security) {
        JobFilter.Builder asked = JobFilter.builder()
                .state(FieldValues.constant("/state", state, JobState.class))
                .kind(kind)
                .subjectId(FieldValues.id("/subject", subject))
                .ownerId(FieldValues.id("/owner", owner))
                .parentId(FieldValues.id("/parent", parent))
                .wholes(flag("/wholes", wholes));
        Counting counting = Counting.parse(count);
        Caller caller = Caller.of(security.getUserPrincipal());
        JobFilter filter = asked.build();
        Page<Job> page = jobs.list(caller, filter, PageRequest.parse(limit, cursor));
        JobFilter inAnyState = asked.state(null).build();
        return counting.of(JobPageDocument.of(page), filter.state(), () -> jobs.count(caller, inAnyState));
    }

    /** One job. */
    @GET
    @Path("{id}")
    @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "jobs:read")
    public Job get(@PathParam("id") UUID id, @Context SecurityContext security) {
        return jobs.get(Caller.of(security.getUserPrincipal()), id);
    }

    /**
     * What its attempts wrote, oldest first.
     *
     * @param after the {@code seq} of the last line that the caller has, to get those that came since
     */
    @GET
    @Path("{id}/log")
    @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "jobs:read")
    public Page<JobLogLine> log(
            @PathParam("id") UUID id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context SecurityContext security) {
        Long line = FieldValues.read("/after", after, Long::valueOf, JobMessage.LINE_NUMBER.with());
        String from = cursor == null && line != null ? line.toString() : cursor;
        return jobs.log(Caller.of(security.getUserPrincipal()), id, PageRequest.parse(limit, from));
    }

    /** Ends a job. */
    @POST
    @Path("{id}/cancel")
    @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "jobs:write")
    public Response cancel(@PathParam("id") UUID id, @Context SecurityContext security) {
        return accepted(jobs.cancel(Caller.of(security.getUserPrincipal()), id));
    }

    /** Begins a discarded or cancelled job again. */
    @POST
    @Path("{id}/retry")
    @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "jobs:write")
    public Response retry(@PathParam("id") UUID id, @Context SecurityContext security) {
        return accepted(jobs.retry(Caller.of(security.getUserPrincipal()), id));
    }

    /** Begins those of its parts again that were given up. */
    @POST
    @Path("{id}/parts/retry")
    @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "jobs:write")
    public Response retryParts(@PathParam("id") UUID id, @Context SecurityContext security) {
        return accepted(jobs.retryParts(Caller.of(security.getUserPrincipal()), id));
    }

    private static boolean flag(String pointer, @Nullable String text) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw FieldValues.noneOf(pointer, "true, false");
        }
        return "true".equals(text);
    }

    private Response accepted(Job job) {
        return Response.accepted(job)
                .location(URI.create("/api/jobs/" + job.id()))
                .build();
    }
}
