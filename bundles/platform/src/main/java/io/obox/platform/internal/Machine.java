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
import io.obox.platform.internal.refusal.Refusal;
import io.obox.platform.internal.step.Steps;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    private static final Logger LOG = LoggerFactory.getLogger(Machine.class);

    private final BundleContext context;
    private final Node node;
    private final Steps steps;
    private final Archives archives;
    private final Standing standing;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Transactions transactions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Jobs jobs;

    /** Within the bundle. */
    @Activate
    public Machine(BundleContext context, @Reference Node node, @Reference Steps steps) {
        this.context = context;
        this.node = node;
        this.steps = steps;
        this.archives = new Archives(node.archives());
        this.standing = new Standing(node.archives(), node.repository());
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
        BundleJar build = archives.find(row.digest());
        try {
            if (stands(row)) {
                tookOver(row);
            } else if (row.step() != ReplacementStep.REQUESTED) {
                steps.takeBack(build);
                throw Refusal.of("The node was stopped, or could not go on, while the new version was tried.");
            } else {
                takeOver(row, build, listener);
            }
        } catch (ProblemException e) {
            throw refused(row, e);
        }
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

    /** Nothing will be tried any more: before the takeover nothing comes of it, after that the next start ends it. */
    public void abandon(UUID id, Problem problem) {
        rows().refuse(id, problem);
    }

    /** The former version is left where it is; the next start of the node does without it. */
    public void leave(UUID id) {
        rows().complete(id, List.of("the former version itself"));
    }

    private void takeOver(ReplacementRow row, BundleJar build, Steps.Listener listener) throws InterruptedException {
        Bundle former = running(row);
        steps.takeOver(
                build,
                former,
                row.waivers(),
                step -> {
                    rows().begin(row.id(), step);
                    listener.begins(step);
                },
                () -> standing.put(build, former));
        LOG.info("{} {} -> {}: the new version serves", row.bundle(), row.from(), row.to());
        // a queue that goes takes no more jobs, so that the next one is its successor's
        steps.letGo(former);
        tookOver(row);
    }

    private void tookOver(ReplacementRow row) {
        transactions.sql(connection -> {
            rows().takeOver(row.id()).ifPresent(drained -> submit(RETIRE, drained));
            return true;
        });
    }

    private ProblemException refused(ReplacementRow row, ProblemException fault) {
        Problem why = fault.problem();
        Problem told = Refusal.problem(
                "%s %s did not come up: %s Version %s goes on serving."
                        .formatted(row.bundle(), row.to(), why.detail(), row.from()),
                why.remedy());
        rows().refuse(row.id(), told);
        LOG.warn("{}", told.detail(), fault);
        return new ProblemException(told, fault);
    }

    private boolean stands(ReplacementRow row) {
        try {
            return standing.is(row.bundle(), row.digest());
        } catch (IOException e) {
            throw new ProblemException(Problem.unavailable("The builds of this node can't be read."), e);
        }
    }

    private Bundle running(ReplacementRow row) {
        Bundle former = context.getBundle(row.formerLocation());
        if (former == null || former.getState() != Bundle.ACTIVE) {
            throw Refusal.of("Version " + row.from() + " does not run any more.");
        }
        return former;
    }

    /** The bundle of this name that serves; while one is drained it is the other. */
    Optional<Bundle> serving(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(b -> symbolicName.equals(b.getSymbolicName()) && b.getState() == Bundle.ACTIVE)
                .max(Comparator.comparingLong(Bundle::getBundleId));
    }

    private void submit(String kind, ReplacementRow row) {
        Jobs queue = jobs;
        if (!node.runsJobs()) {
            return;
        }
        if (queue == null) {
            throw new ProblemException(Problem.unavailable("The queue of jobs is not running here."));
        }
        Subject subject = new Subject("bundle", row.id(), row.bundle());
        queue.submit(JobRequest.of(kind, subject, new Order(row.id()), row.ownerId())
                .withPlace(node.place())
                .withExclusiveKey("replace:" + node.name())
                .withPriority(JobPriority.HIGH));
    }

    private void forgetOthers() {
        try {
            archives.forgetAllBut(rows().neededDigests(node.name()));
        } catch (IOException | ProblemException e) {
            LOG.debug("Builds that nobody needs are kept for now", e);
        }
    }
}
