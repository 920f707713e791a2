package io.obox.mail.internal.smtp;

import io.obox.mail.DeliveryException;
import io.obox.mail.internal.message.MailMessage;
import io.obox.mail.internal.message.MailProblem;
import io.obox.message.Message;
import io.obox.problem.Problem;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.SocketConnectException;

/** What the failure of a delivery means. Only what the server says for good about this very mail is permanent. */
final class SmtpFailures {
    private static final int PERMANENT = 500;

    /** What a server answered. */
    private record Reply(int code, String text) {
        /** The code of a connection that broke is none. */
        boolean was() {
            return code > 0;
        }
    }

    private SmtpFailures() {}

    static DeliveryException of(MessagingException failure, SmtpServer server) {
        List<Throwable> chain =
                Stream.concat(Stream.of(failure), causes(failure)).toList();
        Optional<Reply> reply =
                chain.stream().flatMap(SmtpFailures::reply).filter(Reply::was).findFirst();
        boolean permanent = reply.filter(answer -> answer.code >= PERMANENT).isPresent();
        Problem problem = reply.map(answer -> refusal(answer, server)).orElseGet(() -> breakdown(chain, server));
        return new DeliveryException(problem, permanent, failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        Throwable next = failure instanceof MessagingException mail ? mail.getNextException() : failure.getCause();
        return next == null || next == failure ? Stream.empty() : Stream.concat(Stream.of(next), causes(next));
    }

    private static Stream<Reply> reply(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException e -> Stream.of(new Reply(e.getReturnCode(), words(e)));
            case SMTPSenderFailedException e -> Stream.of(new Reply(e.getReturnCode(), words(e)));
            // one about all recipients follows with what is said of each
            case SMTPSendFailedException e
            when !(e.getNextException() instanceof SMTPAddressFailedException) ->
                Stream.of(new Reply(e.getReturnCode(), words(e)));
            default -> Stream.empty();
        };
    }

    /** In one line, without links: a server may quote the mail, and this is kept longer than that. */
    private static String words(MessagingException e) {
        return ReplyText.of(e.getMessage());
    }

    private static Problem refusal(Reply reply, SmtpServer server) {
        return reply.code >= PERMANENT
                ? MailProblem.MAIL_REFUSED
                        .of(MailMessage.REFUSED.with(server, reply.text))
                        .withRemedy(MailMessage.CHECK_ADDRESS.with())
                : MailProblem.MAIL_DEFERRED
                        .of(MailMessage.DEFERRED.with(server, reply.text))
                        .withRemedy(MailMessage.SEND_AGAIN.with());
    }

    private static Problem breakdown(List<Throwable> chain, SmtpServer server) {
        if (any(chain, AuthenticationFailedException.class::isInstance)) {
            return said(MailProblem.MAIL_LOGIN_REFUSED, MailMessage.LOGIN_REFUSED, server);
        }
        if (any(chain, cause -> cause instanceof CertificateException)) {
            return said(MailProblem.MAIL_SERVER_NOT_TRUSTED, MailMessage.NOT_TRUSTED, server);
        }
        if (any(chain, cause -> String.valueOf(cause.getMessage()).contains("STARTTLS is required"))) {
            return said(MailProblem.MAIL_SERVER_NOT_TRUSTED, MailMessage.NO_STARTTLS, server);
        }
        return said(MailProblem.MAIL_SERVER_UNREACHABLE, interruption(chain), server);
    }

    private static MailMessage interruption(List<Throwable> chain) {
        if (any(chain, SocketTimeoutException.class::isInstance) && !any(chain, SmtpFailures::isConnecting)) {
            return MailMessage.SILENT;
        }
        return any(chain, SmtpFailures::isConnecting) ? MailMessage.UNREACHABLE : MailMessage.CUT;
    }

    private static boolean isConnecting(Throwable cause) {
        return cause instanceof MailConnectException
                || cause instanceof SocketConnectException
                || cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLException;
    }

    private static Problem said(MailProblem kind, MailMessage sentence, SmtpServer server) {
        Message detail = sentence.with(server);
        return kind.of(detail).withRemedy(MailMessage.CHECK_SETTINGS.with());
    }

    private static boolean any(List<Throwable> chain, Predicate<Throwable> wanted) {
        return chain.stream().anyMatch(wanted);
    }
}
