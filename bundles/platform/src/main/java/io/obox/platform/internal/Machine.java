package io.obox.platform.internal;

import io.obox.job.JobPriority;
import io.obox.job.JobRequest;
import io.obox.job.Jobs;
import io.obox.job.Subject;
import io.obox.lifecycle.Replacement;
import io.obox.lifecycle.ReplacementStep;
import io.obox.persistence.Transactions;
import io.obox.platform.internal.build.Archives;
import io.obox.platform.internal.build.BundleJar;
import io.obox.platform.internal.build.Standing;
import io.obox.platform.internal.ledger.ReplacementRow;
import io.obox.platform.internal.ledger.Rows;
import io.obox.platform.internal.message.UpdateMessage;
import io.obox.platform.internal.refusal.Refusal;
import io.obox.platform.internal.step.Steps;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a replacement from step to step. Each step is written down before it begins, so that whoever goes on with one
 * that was cut off knows where: before the takeover it is refused, after it is brought to its end.
 */
@Component(service = Machine.class)
public final class Machine {
    /** Kind of the job that brings the new version to serve. */
    public static final String REPLACE = "platform.replace";
    /** Kind of the job that takes the former version away. */
    public static final String RETIRE = "platform.retire";

    /** So long a build may lie here before it is written down that it is needed. */
    private static final Duration UNWRITTEN = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Machine.class);

    private final BundleContext context;
    private final Node node;
    private final Steps steps;
    private final Archives archives;
    private final Standing standing;
    private final Serving serving;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Transactions transactions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Jobs jobs;

    /** Within the bundle. */
    @Activate
    public Machine(BundleContext context, @Reference Node node, @Reference Steps steps) {
        this.context = context;
        this.node = node;
        this.steps = steps;
        this.archives = new Archives(node.archives());
        this.standing = new Standing(node.archives(), node.repository());
        this.serving = new Serving(context, standing);
    }

    /** What the job of a replacement gets. */
    public record Order(UUID replacement) {}

    /** The builds that are kept. */
    public Archives archives() {
        return archives;
    }

    /** The replacements, as they are written down. */
    public Rows rows() {
        return new Rows(transactions);
    }

    /** Writes a replacement down together with its job. */
    Replacement request(Rows.Request request) {
        return transactions.sql(connection -> {
            ReplacementRow row = rows().insert(request);
            submit(REPLACE, row);
            return row;
        });
    }

    /**
     * Brings the new version to serve, and leaves taking the former one away to the next job.
     *
     * @throws ProblemException why it was refused; the row tells as well
     */
    public void replace(UUID id, Steps.Listener listener) throws InterruptedException {
        ReplacementRow row = rows().get(id);
        if (row.step().finished() || row.step().tookOver()) {
            return;
        }
        if (row.step() == ReplacementStep.REQUESTED) {
            bringUp(row, listener);
        } else if (!stands(row)) {
            steps.takeBack(archives.find(row.digest()));
            throw refused(row, Refusal.of(UpdateMessage.CUT_OFF.with()));
        }
        tookOver(row);
    }

    /** Takes the former version away. */
    public void retire(UUID id) throws InterruptedException {
        ReplacementRow row = rows().get(id);
        if (row.step().finished()) {
            return;
        }
        Bundle former = context.getBundle(row.formerLocation());
        List<String> cutOff = former == null ? List.of() : steps.drain(former);
        if (context.getBundle().equals(former)) {
            // afterwards there is nobody here to write it
            rows().complete(id, cutOff);
        }
        if (former != null) {
            steps.remove(former);
        }
        rows().complete(id, cutOff);
        LOG.info("{} {} -> {}: only the new version is left", row.bundle(), row.from(), row.to());
        forgetOthers();
    }

    /**
     * Nothing will be tried any more. Before the takeover nothing comes of the replacement, after that it is brought to its
     * end. Where only the node itself can know which it is, it is asked by another job.
     */
    public void abandon(UUID id, Problem problem) {
        ReplacementRow row = rows().get(id);
        if (row.step() != ReplacementStep.STARTING) {
            rows().refuse(id, problem);
        } else if (!row.node().equals(node.name())) {
            submit(REPLACE, row);
        } else if (stands(row)) {
            tookOver(row);
        } else {
            rows().refuse(id, problem);
        }
    }

    /** The former version is left where it is; the next start of the node does without it. */
    public void leave(UUID id) {
        rows().complete(id, List.of("the former version itself"));
    }

    private void bringUp(ReplacementRow row, Steps.Listener listener) throws InterruptedException {
        AtomicBoolean holds = new AtomicBoolean();
        try {
            takeOver(row, holds, listener);
        } catch (ProblemException e) {
            if (!holds.get()) {
                throw refused(row, e);
            }
            LOG.warn("{} {} took over, although not all went well", row.bundle(), row.to(), e);
        }
    }

    private void takeOver(ReplacementRow row, AtomicBoolean holds, Steps.Listener listener)
            throws InterruptedException {
        BundleJar build = archives.find(row.digest());
        Bundle former = running(row);
        strikeOther(former);
        steps.takeOver(
                build,
                former,
                row.waivers(),
                step -> {
                    rows().begin(row.id(), step);
                    listener.begins(step);
                },
                () -> {
                    standing.put(build, former);
                    holds.set(true);
                });
        LOG.info("{} {} -> {}: the new version serves", row.bundle(), row.from(), row.to());
    }

    private void tookOver(ReplacementRow row) {
        // a queue that goes takes no more jobs, so that the next one is its successor's
        Optional.ofNullable(context.getBundle(row.formerLocation())).ifPresent(steps::letGo);
        transactions.sql(connection -> {
            rows().takeOver(row.id()).ifPresent(drained -> submit(RETIRE, drained));
            return true;
        });
    }

    private ProblemException refused(ReplacementRow row, ProblemException fault) {
        Problem why = fault.problem();
        String left = serving.of(row.bundle())
                .map(bundle -> bundle.getVersion().toString())
                .orElse(row.from());
        Problem told = Refusal.problem(UpdateMessage.NOT_UP.with(row.bundle(), row.to(), why.message(), left), why);
        rows().refuse(row.id(), told);
        LOG.warn("{}", told.detail(), fault);
        return new ProblemException(told, fault);
    }

    private boolean stands(ReplacementRow row) {
        try {
            return standing.is(row.bundle(), row.digest());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void strikeOther(Bundle former) {
        try {
            standing.strikeOther(former);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static ProblemException unreadable(IOException e) {
        return new ProblemException(Problem.unavailable(UpdateMessage.BUILDS_UNREADABLE.with()), e);
    }

    private Bundle running(ReplacementRow row) {
        return serving.of(row.bundle())
                .filter(bundle -> bundle.getLocation().equals(row.formerLocation()))
                .orElseThrow(() -> Refusal.of(UpdateMessage.SERVES_NO_MORE.with(row.from())));
    }

    /** The bundle of this name that serves. */
    Optional<Bundle> serving(String symbolicName) {
        return serving.of(symbolicName);
    }

    private void submit(String kind, ReplacementRow row) {
        Jobs queue = jobs;
        if (row.node().equals(node.name()) && !node.runsJobs()) {
            return;
        }
        if (queue == null) {
            throw new ProblemException(Problem.unavailable(UpdateMessage.NO_QUEUE.with()));
        }
        Subject subject = new Subject("bundle", row.id(), row.bundle());
        queue.submit(JobRequest.of(kind, subject, new Order(row.id()), row.ownerId())
                .withPlace(Node.place(row.node()))
                .withExclusiveKey("replace:" + row.node())
                .withPriority(JobPriority.HIGH));
    }

    private void forgetOthers() {
        try {
            Set<String> needed = new HashSet<>(standing.digests().values());
            needed.addAll(rows().neededDigests(node.name(), needed));
            archives.forgetAllBut(needed, Instant.now().minus(UNWRITTEN));
        } catch (IOException | ProblemException e) {
            LOG.debug("Builds that nobody needs are kept for now", e);
        }
    }
}
