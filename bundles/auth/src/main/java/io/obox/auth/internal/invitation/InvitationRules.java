package io.obox.auth.internal.invitation;

import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.account.EmailRules;
import io.obox.auth.internal.administration.StandingRules;
import io.obox.auth.internal.field.FieldErrors;
import io.obox.auth.internal.message.AuthMessage;

/** Whom an administrator can invite. */
final class InvitationRules {
    private static final int MAX_NAME = 64;

    private InvitationRules() {}

    /** The invitation as it is stored. */
    static NewInvitation accept(NewInvitation asked) {
        FieldErrors errors = new FieldErrors();
        String email = Accounts.normalized(asked.email());
        errors.addIf(EmailRules.fault(email).isPresent(), "/email", AuthMessage.NO_ADDRESS.with());
        String name = errors.name(asked.name().isBlank() ? beforeAt(email) : asked.name(), "/name");
        String locale = asked.locale().isEmpty() ? "en" : errors.locale(asked.locale(), "/locale");
        StandingRules.check(asked.quota(), errors);
        errors.throwIfAny();
        return new NewInvitation(email, name, asked.role(), asked.quota(), locale);
    }

    private static String beforeAt(String email) {
        String name = email.substring(0, Math.max(email.indexOf('@'), 0));
        return name.isEmpty() ? email : name.substring(0, Math.min(name.length(), MAX_NAME));
    }
}
