package io.obox.mail.internal.smtp;

import io.obox.mail.DeliveryException;
import io.obox.mail.OutgoingMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One mail on its way to a mail server, by a connection of its own. */
final class SmtpDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpDelivery.class);

    private final SmtpServer server;

    SmtpDelivery(SmtpServer server) {
        this.server = server;
    }

    /** Jakarta Mail finds its parts by the thread's class loader. */
    void send(OutgoingMail mail) throws DeliveryException, InterruptedException {
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        thread.setContextClassLoader(SMTPTransport.class.getClassLoader());
        try {
            deliver(mail);
        } finally {
            thread.setContextClassLoader(former);
        }
    }

    private void deliver(OutgoingMail mail) throws DeliveryException, InterruptedException {
        Session session = Session.getInstance(server.properties());
        SMTPTransport transport = new SMTPTransport(session, null);
        try {
            MimeMessage message = MimeMails.of(mail, server, session);
            transport.connect(
                    server.host(),
                    server.port(),
                    server.authenticates() ? server.user() : null,
                    server.authenticates() ? server.password() : null);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("told to stop while mail " + mail.id() + " was sent");
            }
            throw SmtpFailures.of(e, server);
        } finally {
            close(transport);
        }
    }

    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("A connection to a mail server did not end properly", e);
        }
    }
}
