package io.obox.mail.internal.outbox;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.obox.job.Job;
import io.obox.job.Jobs;
import io.obox.mail.Mail;
import io.obox.mail.MailFilter;
import io.obox.mail.MailRequest;
import io.obox.mail.Mails;
import io.obox.mail.internal.message.MailMessage;
import io.obox.mail.internal.words.Draft;
import io.obox.mail.internal.words.Site;
import io.obox.mail.internal.words.Templates;
import io.obox.mail.internal.words.TestTemplate;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.Users;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Mails as domains queue them and administrators see them. */
@Component(service = {Mails.class, MailService.class})
public final class MailService implements Mails {
    private final Transactions transactions;
    private final MailTable table;
    private final Templates templates;
    private final Transports transports;
    private final Site site;
    private final InstantSource clock = InstantSource.system();
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Users users;

    /** Within the bundle. */
    @Activate
    public MailService(
            @Reference Transactions transactions,
            @Reference MailTable table,
            @Reference Templates templates,
            @Reference Transports transports,
            @Reference Site site) {
        this.transactions = transactions;
        this.table = table;
        this.templates = templates;
        this.transports = transports;
        this.site = site;
    }

    /** Without Declarative Services. */
    public MailService(
            Transactions transactions,
            MailTable table,
            Templates templates,
            Transports transports,
            Site site,
            Jobs jobs,
            Users users) {
        this(transactions, table, templates, transports, site);
        this.jobs = jobs;
        this.users = users;
    }

    @Override
    public UUID queue(MailRequest request) {
        return submit(request).subject().id();
    }

    private Job submit(MailRequest request) {
        Draft draft = templates.draft(request);
        UUID id = ids.generate();
        UUID sending = ids.generate();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transactions.sql(connection -> {
            Job job = jobs.submit(MailJobs.send(id, sending, draft.email()));
            table.add(id, sending, job.id(), draft, now);
            return job;
        });
    }

    @Override
    public Page<Mail> list(Caller caller, MailFilter filter, PageRequest page) {
        requireAdmin(caller);
        List<Mail> found = table.page(filter, page.after(UUID::fromString), page.limit() + 1).stream()
                .<Mail>map(row -> MailDocument.of(row, site))
                .toList();
        if (found.size() <= page.limit()) {
            return new Page<>(found, null);
        }
        List<Mail> items = found.subList(0, page.limit());
        return new Page<>(items, items.getLast().id().toString());
    }

    @Override
    public Mail get(Caller caller, UUID id) {
        return MailDocument.of(row(caller, id), site);
    }

    private MailRow row(Caller caller, UUID id) {
        return table.find(id)
                .filter(row -> caller.isAdmin())
                .orElseThrow(() -> new ProblemException(Problem.notFound(MailMessage.NO_SUCH_MAIL.with())));
    }

    @Override
    public Job retry(Caller caller, UUID id) {
        UUID sending = ids.generate();
        return transactions.sql(connection -> {
            MailRow row = row(caller, id);
            Job job = jobs.submit(MailJobs.send(id, sending, row.draft().email()));
            if (!table.queueAgain(id, sending, job.id())) {
                throw new ProblemException(Problem.stateConflict(MailMessage.NOT_TO_BE_SENT.with(row.state())));
            }
            return job;
        });
    }

    @Override
    public Job test(Caller caller) {
        requireAdmin(caller);
        return submit(MailRequest.builder(TestTemplate.ID, caller.email())
                .locale(language(caller))
                .instant("asked", clock.instant())
                .link("home", URI.create("/"))
                .build());
    }

    private Locale language(Caller caller) {
        Users directory = users;
        return directory == null
                ? Locale.ENGLISH
                : Locale.forLanguageTag(directory.get(caller, caller.userId()).locale());
    }

    @Override
    public boolean delivers(Caller caller) {
        requireAdmin(caller);
        return transports.ready().isPresent();
    }

    private static void requireAdmin(Caller caller) {
        if (!caller.isAdmin()) {
            throw new ProblemException(Problem.forbidden(MailMessage.ADMINS_ONLY.with()));
        }
    }
}
