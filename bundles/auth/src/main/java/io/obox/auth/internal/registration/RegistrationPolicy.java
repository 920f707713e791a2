package io.obox.auth.internal.registration;

import io.obox.auth.internal.password.PasswordRules;
import io.obox.settings.AdminSettings;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/** Whether and for whom people can make accounts of their own, as it is set at this moment. */
@AdminSettings(
        pid = RegistrationSettings.PID,
        attributes = {"open", "domains"})
@Component(
        service = RegistrationPolicy.class,
        configurationPid = {RegistrationSettings.PID, "$"})
public final class RegistrationPolicy {
    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    private volatile RegistrationTerms terms;

    /** As it is set. */
    @Activate
    public RegistrationPolicy(RegistrationSettings settings) {
        this(settings.open(), settings.domains());
    }

    /** Without Declarative Services. */
    public RegistrationPolicy(boolean open, String domains) {
        terms = terms(open, domains);
    }

    @Modified
    void modified(RegistrationSettings settings) {
        terms = terms(settings.open(), settings.domains());
    }

    /** What is set. */
    public RegistrationTerms terms() {
        return terms;
    }

    /** Whether an address, normalized, is of a domain that may register. */
    boolean accepts(String email) {
        List<String> domains = terms.domains();
        return domains.isEmpty() || domains.contains(email.substring(email.lastIndexOf('@') + 1));
    }

    /** The domains in a text. */
    static List<String> listed(String domains) {
        return SEPARATOR
                .splitAsStream(domains.toLowerCase(Locale.ROOT))
                .filter(domain -> !domain.isEmpty())
                .toList();
    }

    private static RegistrationTerms terms(boolean open, String domains) {
        return new RegistrationTerms(open, listed(domains), PasswordRules.MIN_LENGTH);
    }
}
