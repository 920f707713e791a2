package io.obox.mail.internal.smtp;

import io.obox.mail.internal.message.MailMessage;
import io.obox.mail.internal.words.Addresses;
import io.obox.message.Message;
import io.obox.settings.SettingValues;
import io.obox.settings.SettingsRule;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Where there is a mail server, mails come from an address, and nobody on the way reads them unless that is allowed. */
@Component
public final class SmtpRule implements SettingsRule {
    @Override
    public String pid() {
        return SmtpSettings.PID;
    }

    @Override
    public Map<String, Message> faults(SettingValues values) {
        Map<String, Message> faults = new HashMap<>();
        String host = values.text("host").strip();
        if (!host.isEmpty() && !Addresses.good(values.text("sender"))) {
            faults.put("sender", MailMessage.NO_ADDRESS.with());
        }
        if (!host.isEmpty() && !values.flag("plain") && !protects(values, host)) {
            faults.put("security", MailMessage.UNPROTECTED.with());
        }
        return faults;
    }

    /** A file may name an encryption that there is not: the transport says so in the log. */
    private static boolean protects(SettingValues values, String host) {
        return !values.text("security").equals(Security.NONE.name()) || Security.NONE.protects(host);
    }
}
