package io.obox.mail.internal.outbox;

import io.obox.job.JobRequest;
import io.obox.job.Subject;
import java.util.UUID;

/** The job that sends a mail. */
public final class MailJobs {
    /** Its kind. */
    public static final String SEND = "mail.send";

    /** Nobody's own: only administrators see these jobs, which tell who is written to and what mail servers answer. */
    private static final UUID NOBODY = new UUID(0, 0);

    /**
     * What its handler gets: nothing of what the mail says.
     *
     * @param sending by which it knows whether it is still its turn
     */
    public record SendArgs(UUID mailId, UUID sending) {}

    private MailJobs() {}

    static JobRequest send(UUID mailId, UUID sending, String email) {
        return JobRequest.of(SEND, new Subject("mail", mailId, email), new SendArgs(mailId, sending), NOBODY);
    }
}
