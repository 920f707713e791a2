package io.obox.auth.internal.registration;

import io.obox.auth.internal.account.EmailRules;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.message.Message;
import io.obox.settings.SettingValues;
import io.obox.settings.SettingsRule;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Whoever may register has an address of a domain that there can be. */
@Component
public final class RegistrationRule implements SettingsRule {
    private static final String DOMAINS = "domains";

    @Override
    public String pid() {
        return RegistrationSettings.PID;
    }

    @Override
    public Map<String, Message> faults(SettingValues values) {
        return RegistrationPolicy.listed(values.text(DOMAINS)).stream()
                        .allMatch(domain -> EmailRules.fault("ann@" + domain).isEmpty())
                ? Map.of()
                : Map.of(DOMAINS, AuthMessage.NO_DOMAINS.with());
    }
}
