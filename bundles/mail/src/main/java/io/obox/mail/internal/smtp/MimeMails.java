package io.obox.mail.internal.smtp;

import io.obox.mail.OutgoingMail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** Mails in the format of RFC 5322. Whatever is no plain ASCII in a header is encoded, so that nothing ends it. */
final class MimeMails {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private MimeMails() {}

    static MimeMessage of(OutgoingMail mail, SmtpServer server, Session session) throws MessagingException {
        MimeMessage message = new WithId(session, mail.messageId());
        message.setFrom(address(server.sender(), server.senderName()));
        message.setRecipient(RecipientType.TO, address(mail.email(), mail.name()));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(mail.createdAt()));
        message.setContentLanguage(new String[] {mail.language()});
        // nobody's holiday notice answers it (RFC 3834)
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart both = new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html"));
        message.setContent(both);
        message.saveChanges();
        return message;
    }

    private static InternetAddress address(String email, String name) throws MessagingException {
        InternetAddress address = new InternetAddress(email, true);
        try {
            address.setPersonal(name.isEmpty() ? null : name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
        return address;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    /** Has the same id at each attempt, by which those behind can tell that it came twice. */
    private static final class WithId extends MimeMessage {
        private final String id;

        WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
