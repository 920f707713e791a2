package io.obox.mail.internal.words;

import io.obox.mail.internal.MailSettings;
import io.obox.settings.AdminSettings;
import java.net.URI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where OBox is for those who read its mails. A setting, never what a request says: whoever asks could choose that. */
@AdminSettings(
        pid = MailSettings.PID,
        attributes = {"publicUrl", "keepDays", "keepUnsentDays"})
@Component(
        service = Site.class,
        configurationPid = {MailSettings.PID, "$"})
public final class Site {
    private static final Logger LOG = LoggerFactory.getLogger(Site.class);
    private static final String USUAL = "http://localhost:8080";

    private volatile String root;

    /** As it is set up. */
    @Activate
    public Site(MailSettings settings) {
        this(settings.publicUrl());
    }

    /** Without Declarative Services. */
    public Site(String publicUrl) {
        root = root(publicUrl);
    }

    /** Takes over another address. */
    @Modified
    void modified(MailSettings settings) {
        root = root(settings.publicUrl());
    }

    private static String root(String publicUrl) {
        String address = publicUrl.strip().replaceFirst("/+$", "");
        if (!good(address)) {
            LOG.warn("\"{}\" is no address that links in mails can lead to; they lead to {}.", publicUrl, USUAL);
            return USUAL;
        }
        return address;
    }

    /** Whether links can lead there. */
    static boolean good(String address) {
        return address.matches("(?i)https?://[^\\s/?#]+(/[^\\s?#]*)?");
    }

    /** The whole address of a link. */
    URI address(URI link) {
        return link.getScheme() == null ? URI.create(root + link) : link;
    }

    /** The name of the machine, for the ids of mails. */
    public String host() {
        String host = URI.create(root).getHost();
        return host == null ? "localhost" : host;
    }
}
