package io.obox.mail.internal.smtp;

import io.obox.mail.DeliveryException;
import io.obox.mail.MailTransport;
import io.obox.mail.OutgoingMail;
import io.obox.mail.internal.message.MailMessage;
import io.obox.mail.internal.message.MailProblem;
import io.obox.settings.AdminSettings;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mails to a mail server. Other settings take effect with the next mail, and nothing is away meanwhile. */
@AdminSettings(
        pid = SmtpSettings.PID,
        attributes = {
            "host",
            "port",
            "security",
            "plain",
            "user",
            "password",
            "sender",
            "senderName",
            "greeting",
            "connectSeconds",
            "answerSeconds"
        })
@Component(
        service = MailTransport.class,
        configurationPid = {SmtpSettings.PID, "$"})
public final class SmtpTransport implements MailTransport {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpTransport.class);

    private volatile @Nullable SmtpServer server;

    /** To the server that is set up, if any is. */
    @Activate
    public SmtpTransport(SmtpSettings settings) {
        this(server(settings));
    }

    /** Without Declarative Services. */
    SmtpTransport(@Nullable SmtpServer server) {
        this.server = server;
    }

    /** Takes over other settings. */
    @Modified
    public void modified(SmtpSettings settings) {
        server = server(settings);
    }

    private static @Nullable SmtpServer server(SmtpSettings settings) {
        try {
            return SmtpServer.of(settings);
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "The settings {} can't be used, so mails stay in the outbox: {}.",
                    SmtpSettings.PID,
                    e.getMessage());
            return null;
        }
    }

    @Override
    public boolean ready() {
        return server != null;
    }

    @Override
    public void send(OutgoingMail mail) throws DeliveryException, InterruptedException {
        SmtpServer target = server;
        if (target == null) {
            throw new DeliveryException(
                    MailProblem.MAIL_DEFERRED
                            .of(MailMessage.NOT_SET_UP.with())
                            .withRemedy(MailMessage.CHECK_SETTINGS.with()),
                    false);
        }
        new SmtpDelivery(target).send(mail);
    }
}
