package io.obox.auth.internal.registration;

import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.account.EmailRules;
import io.obox.auth.internal.field.FieldErrors;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.password.PasswordRules;
import io.obox.auth.internal.password.PasswordRules.Chooser;
import io.obox.user.Role;

/** Which accounts people may ask for. Tells of all faults at once, and of none that depends on which accounts there are. */
final class RegistrationRules {
    private final RegistrationPolicy policy;
    private final PasswordRules passwords;

    RegistrationRules(RegistrationPolicy policy, PasswordRules passwords) {
        this.policy = policy;
        this.passwords = passwords;
    }

    /** The account as it is stored. */
    NewAccount accept(NewAccount asked) {
        FieldErrors errors = new FieldErrors();
        String email = email(asked.email(), errors);
        String domains = String.join(", ", policy.terms().domains());
        errors.addIf(!policy.accepts(email), "/email", AuthMessage.OTHER_DOMAIN.with(domains));
        String name = errors.name(asked.name(), "/name");
        String locale = asked.locale().isEmpty() ? "en" : errors.locale(asked.locale(), "/locale");
        passwords
                .fault(asked.password(), new Chooser(Role.USER, email, name))
                .ifPresent(fault -> errors.add("/password", fault));
        errors.throwIfAny();
        return new NewAccount(email, asked.password(), name, locale);
    }

    /** An address as it is stored. */
    static String email(String given, FieldErrors errors) {
        String email = Accounts.normalized(given);
        errors.addIf(EmailRules.fault(email).isPresent(), "/email", AuthMessage.NO_ADDRESS.with());
        return email;
    }
}
