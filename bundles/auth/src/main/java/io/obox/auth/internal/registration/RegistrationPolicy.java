package io.obox.auth.internal.registration;

import io.obox.auth.internal.password.PasswordRules;
import io.obox.settings.AdminSettings;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;

/** Whether and for whom people can make accounts of their own, as it is set at this moment. */
@AdminSettings(
        pid = RegistrationSettings.PID,
        attributes = {"open", "domains"})
@Component(
        service = RegistrationPolicy.class,
        configurationPid = {RegistrationSettings.PID, "$"})
public final class RegistrationPolicy {
    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    private final PasswordRules passwords;
    private volatile boolean open;
    private volatile List<String> domains = List.of();

    /** As it is set. */
    @Activate
    public RegistrationPolicy(@Reference PasswordRules passwords, RegistrationSettings settings) {
        this.passwords = passwords;
        set(settings.open(), settings.domains());
    }

    /** Without Declarative Services. */
    public RegistrationPolicy(boolean open, String domains) {
        passwords = new PasswordRules();
        set(open, domains);
    }

    @Modified
    void modified(RegistrationSettings settings) {
        set(settings.open(), settings.domains());
    }

    private void set(boolean isOpen, String accepted) {
        open = isOpen;
        domains = listed(accepted);
    }

    /** What is set. */
    public RegistrationTerms terms() {
        return new RegistrationTerms(open, domains, passwords.minLength());
    }

    /** Whether an address, normalized, is of a domain that may register. */
    boolean accepts(String email) {
        List<String> accepted = domains;
        return accepted.isEmpty() || accepted.contains(email.substring(email.lastIndexOf('@') + 1));
    }

    /** The domains in a text. */
    static List<String> listed(String domains) {
        return SEPARATOR
                .splitAsStream(domains.toLowerCase(Locale.ROOT))
                .filter(domain -> !domain.isEmpty())
                .toList();
    }
}
