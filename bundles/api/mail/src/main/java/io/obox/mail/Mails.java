package io.obox.mail;

import io.obox.job.Job;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Mails on their way to people. Only administrators may see them, because the links in them are credentials. Thread-safe; every
 * fault is a {@link io.obox.problem.ProblemException}.
 */
@ProviderType
public interface Mails {
    /**
     * Has a mail sent, in the thread's transaction (see {@link io.obox.persistence.Transactions}): it goes out if what it tells of
     * was committed, and not otherwise. Fast: nothing is sent before the commit, and nobody waits for it.
     *
     * @return the id of the mail
     * @throws io.obox.problem.ProblemException {@code validation} with the pointer {@code /email} where the address can't be one
     * @throws IllegalArgumentException if there is no such template, or an argument that it needs is missing
     */
    UUID queue(MailRequest request);

    /** Mails, newest first; {@code forbidden} unless the caller is an administrator. */
    Page<Mail> list(Caller caller, MailFilter filter, PageRequest page);

    /** One mail; {@code not-found} where there is none, or the caller is no administrator. */
    Mail get(Caller caller, UUID id);

    /**
     * Sends a mail that is in the OUTBOX or DEAD, with all its attempts.
     *
     * @return the job that does it
     * @throws io.obox.problem.ProblemException {@code not-found} where there is none, or the caller is no administrator; {@code
     *     state-conflict} in any other state
     */
    Job retry(Caller caller, UUID id);

    /**
     * Sends the caller a mail that says nothing but that mail works.
     *
     * @return the job that does it; its subject is the mail
     * @throws io.obox.problem.ProblemException {@code forbidden} unless the caller is an administrator
     */
    Job test(Caller caller);

    /**
     * Whether mails go out from this node: a transport is set up. If not, they stay in the OUTBOX.
     *
     * @throws io.obox.problem.ProblemException {@code forbidden} unless the caller is an administrator
     */
    boolean delivers(Caller caller);
}
