package io.obox.auth.internal.mail;

import io.obox.auth.internal.limit.AttemptLimit;
import io.obox.auth.internal.limit.Attempts;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.session.Client;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How often accounts, links and mails may be asked for. Places are refused who ask too often. How many mails go to an address is
 * limited without a word, and the same for one that no account has: otherwise the refusal would tell.
 */
@Component(service = AccountLimits.class)
public final class AccountLimits {
    private final AttemptLimit perOrigin;
    private final AttemptLimit perAddress;

    /** Within the bundle. */
    @Activate
    public AccountLimits(@Reference Attempts attempts) {
        perOrigin = attempts.limit("account.origin", 60, Duration.ofSeconds(10));
        perAddress = attempts.limit("account.mail", 5, Duration.ofMinutes(10));
    }

    /**
     * Counts a request.
     *
     * @throws io.obox.problem.ProblemException {@code rate-limited}
     */
    public void begin(Client client) {
        perOrigin.begin(client.origin(), AuthMessage.TOO_MANY_REQUESTS.with());
    }

    /** Counts a mail; false if there were too many. */
    public boolean mayMail(String email) {
        return perAddress.tryBegin(email);
    }
}
