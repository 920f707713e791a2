package io.obox.mail.internal.smtp;

import io.obox.mail.internal.words.Addresses;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A mail server as it is set up. Immutable.
 *
 * @param tls by which it is trusted, or null for whatever Java trusts
 */
record SmtpServer(
        String host,
        int port,
        Security security,
        @Nullable SSLSocketFactory tls,
        String user,
        String password,
        String sender,
        String senderName,
        String greeting,
        int connectSeconds,
        int answerSeconds) {
    private static final int MAX_PORT = 65_535;

    /**
     * The one that the settings name, or null where they name none.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    static @Nullable SmtpServer of(SmtpSettings settings) {
        String host = settings.host().strip();
        if (host.isEmpty()) {
            return null;
        }
        Security security = security(settings.security());
        require(settings.plain() || security.protects(host), "security is NONE, and " + host + " is another machine");
        require(Addresses.good(settings.sender()), "sender is no e-mail address");
        require(settings.port() >= 0 && settings.port() <= MAX_PORT, "port is none");
        require(settings.connectSeconds() > 0 && settings.answerSeconds() > 0, "a time is not above 0");
        return new SmtpServer(
                host,
                settings.port() == 0 ? security.usualPort() : settings.port(),
                security,
                settings.certificates().isBlank() ? null : TrustedFile.socketFactory(settings.certificates()),
                settings.user(),
                settings.password(),
                settings.sender(),
                settings.senderName(),
                settings.greeting().isBlank()
                        ? domain(settings.sender())
                        : settings.greeting().strip(),
                settings.connectSeconds(),
                settings.answerSeconds());
    }

    private static Security security(String text) {
        try {
            return Security.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("security is none of STARTTLS, TLS, NONE", e);
        }
    }

    private static void require(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    /** Whether it is logged in to. */
    boolean authenticates() {
        return !user.isEmpty();
    }

    /** The same for Jakarta Mail. */
    Properties properties() {
        Properties properties = new Properties();
        set(properties, "host", host);
        set(properties, "port", port);
        set(properties, "localhost", greeting);
        set(properties, "from", sender);
        set(properties, "auth", authenticates());
        set(properties, "starttls.enable", security == Security.STARTTLS);
        set(properties, "starttls.required", security == Security.STARTTLS);
        set(properties, "ssl.enable", security == Security.TLS);
        set(properties, "ssl.checkserveridentity", true);
        set(properties, "ssl.protocols", "TLSv1.3 TLSv1.2");
        if (tls != null) {
            properties.put("mail.smtp.ssl.socketFactory", tls);
        }
        set(properties, "ssl.socketFactory.fallback", false);
        set(properties, "connectiontimeout", TimeUnit.SECONDS.toMillis(connectSeconds));
        set(properties, "timeout", TimeUnit.SECONDS.toMillis(answerSeconds));
        set(properties, "writetimeout", TimeUnit.SECONDS.toMillis(answerSeconds));
        // a thread that is interrupted while it reads from one of these goes on at once
        set(properties, "usesocketchannels", true);
        // whatever the server says after it has taken a mail is no matter
        set(properties, "quitwait", false);
        return properties;
    }

    private static void set(Properties properties, String name, Object value) {
        properties.setProperty("mail.smtp." + name, value.toString());
    }

    /** What people know it by; no secret. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
