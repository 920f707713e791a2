package io.obox.mail.internal.jobs;

import io.obox.job.JobContext;
import io.obox.job.JobFailure;
import io.obox.job.JobHandler;
import io.obox.job.JobState;
import io.obox.job.RetryPolicy;
import io.obox.mail.DeliveryException;
import io.obox.mail.MailState;
import io.obox.mail.MailTransport;
import io.obox.mail.internal.message.MailMessage;
import io.obox.mail.internal.outbox.MailJobs;
import io.obox.mail.internal.outbox.MailJobs.SendArgs;
import io.obox.mail.internal.outbox.MailRow;
import io.obox.mail.internal.outbox.MailTable;
import io.obox.mail.internal.outbox.Transports;
import io.obox.mail.internal.words.Content;
import io.obox.mail.internal.words.Site;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.problem.StandardProblem;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a mail. */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + MailJobs.SEND)
public final class SendHandler implements JobHandler<SendArgs> {
    private static final Logger LOG = LoggerFactory.getLogger(SendHandler.class);

    /** Half a minute at first, two hours in the end; the last attempt is a day after the first. */
    private static final RetryPolicy OVER_A_DAY = new RetryPolicy(20, Duration.ofSeconds(30), Duration.ofSeconds(20))
            .withBackoffUpTo(Duration.ofHours(2))
            .withDeadline(Duration.ofMinutes(15));

    private final MailTable table;
    private final Transports transports;
    private final Site site;
    private final RetryPolicy policy;

    /** Within the bundle. */
    @Activate
    public SendHandler(@Reference MailTable table, @Reference Transports transports, @Reference Site site) {
        this(table, transports, site, OVER_A_DAY);
    }

    /** Without Declarative Services, and in a hurry. */
    public SendHandler(MailTable table, Transports transports, Site site, RetryPolicy policy) {
        this.table = table;
        this.transports = transports;
        this.site = site;
        this.policy = policy;
    }

    @Override
    public String kind() {
        return MailJobs.SEND;
    }

    @Override
    public Class<SendArgs> argsType() {
        return SendArgs.class;
    }

    @Override
    public RetryPolicy retryPolicy() {
        return policy;
    }

    @Override
    public void handle(SendArgs args, JobContext context) throws JobFailure, InterruptedException {
        table.revive(args.mailId(), args.sending());
        MailRow row = due(args).orElse(null);
        Content content = row == null ? null : row.draft().content();
        if (row == null || content == null) {
            context.log(MailMessage.SENT_BEFORE.with());
            return;
        }
        Optional<MailTransport> transport = transports.ready();
        if (transport.isEmpty()) {
            context.log(MailMessage.NOT_SET_UP.with());
            table.putAside(row.id(), row.sending());
            return;
        }
        context.progress(0, MailMessage.STEP_SENDING.with());
        context.checkpoint();
        send(transport.get(), row, content);
    }

    private Optional<MailRow> due(SendArgs args) {
        return table.find(args.mailId())
                .filter(mail ->
                        mail.state() == MailState.QUEUED && mail.sending().equals(args.sending()));
    }

    private void send(MailTransport transport, MailRow row, Content content) throws JobFailure, InterruptedException {
        try {
            transport.send(Outgoing.of(row, content, site));
        } catch (DeliveryException e) {
            noted(row.id(), () -> table.failed(row.id(), row.sending(), e.problem()));
            throw new JobFailure(e.problem(), !e.permanent(), e);
        }
        noted(row.id(), () -> table.sent(row.id()));
    }

    /**
     * Writes down at once what has become of it, whether the attempt counts or not: a mail that was taken should not be sent again
     * because a lease ran out. Where it can't be written, it is with the end of the attempt.
     */
    private static void noted(UUID mail, Runnable writing) {
        try {
            writing.run();
        } catch (ProblemException e) {
            LOG.debug("What has become of mail {} is written with the end of its job", mail, e);
        }
    }

    /** A mail that was put aside, or is another job's by now, stays as it is. */
    @Override
    public void ended(SendArgs args, JobState state, @Nullable Problem problem) {
        due(args).ifPresent(mail -> ended(mail, state, problem));
    }

    private void ended(MailRow mail, JobState state, @Nullable Problem problem) {
        if (state == JobState.COMPLETED) {
            table.sent(mail.id());
        } else {
            table.dead(mail.id(), mail.sending(), problem == null ? ofEnd(state) : problem);
        }
    }

    private static Problem ofEnd(JobState state) {
        return state == JobState.CANCELLED
                ? StandardProblem.CANCELLED.of(MailMessage.CANCELLED.with()).withRemedy(MailMessage.SEND_AGAIN.with())
                : StandardProblem.INTERNAL.of(MailMessage.LOST.with()).withRemedy(MailMessage.SEND_AGAIN.with());
    }
}
