package io.obox.mail;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way on which mails leave OBox. A whiteboard service; of several that are ready the one with the highest ranking is taken. Called
 * by several threads at once, which are those of jobs: a call may block, but must give way to an interruption.
 */
@ConsumerType
public interface MailTransport {
    /** Whether it is set up. Must not block. */
    boolean ready();

    /**
     * Hands a mail over. Whoever is called twice for the same mail, because nobody knows what became of the first call, hands it over
     * twice, with the same {@link OutgoingMail#messageId}, by which those behind can tell.
     *
     * @throws DeliveryException where the mail was not taken
     * @throws InterruptedException if the attempt was told to stop
     */
    void send(OutgoingMail mail) throws DeliveryException, InterruptedException;
}
