package io.obox.mail.internal.words;

import io.obox.mail.internal.MailSettings;
import io.obox.mail.internal.message.MailMessage;
import io.obox.message.Message;
import io.obox.settings.SettingValues;
import io.obox.settings.SettingsRule;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Links in mails lead to an address. */
@Component
public final class SiteRule implements SettingsRule {
    private static final String PUBLIC_URL = "publicUrl";

    @Override
    public String pid() {
        return MailSettings.PID;
    }

    @Override
    public Map<String, Message> faults(SettingValues values) {
        return Site.good(values.text(PUBLIC_URL)) ? Map.of() : Map.of(PUBLIC_URL, MailMessage.NO_SITE.with());
    }
}
