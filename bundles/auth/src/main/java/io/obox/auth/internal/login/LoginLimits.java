package io.obox.auth.internal.login;

import io.obox.auth.internal.limit.AttemptLimit;
import io.obox.auth.internal.limit.Attempts;
import io.obox.auth.internal.session.Client;
import io.obox.auth.internal.token.Devices;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How often passwords may be tried. Whoever guesses from one place uses up his own attempts, not those of the person whose
 * password he guesses. Many places together use up those of the account, and so close it to strangers; a browser that its
 * owner has used before has attempts of its own. An account that does not exist is limited in the same way.
 */
@Component(service = LoginLimits.class)
public final class LoginLimits {
    private final Devices devices;
    private final AttemptLimit perOrigin;
    private final AttemptLimit perOriginAndAccount;
    private final AttemptLimit perAccount;
    private final AttemptLimit perDevice;

    /** Within the bundle. */
    @Activate
    public LoginLimits(@Reference Attempts attempts, @Reference Devices devices) {
        this.devices = devices;
        perOrigin = attempts.limit("login.origin", 100, Duration.ofSeconds(6));
        perOriginAndAccount = attempts.limit("login.pair", 20, Duration.ofSeconds(30));
        perAccount = attempts.limit("login.account", 100, Duration.ofSeconds(10));
        perDevice = attempts.limit("login.device", 20, Duration.ofSeconds(30));
    }

    /**
     * Counts an attempt.
     *
     * @param email normalized
     * @return to be run if the password was right
     * @throws io.obox.problem.ProblemException {@code rate-limited}
     */
    Runnable begin(String email, Client client) {
        Optional<String> device = Optional.ofNullable(client.device())
                .flatMap(shown -> devices.known(shown, email))
                .filter(perDevice::tryBegin);
        return device.<Runnable>map(id -> () -> perDevice.clear(id)).orElseGet(() -> stranger(email, client.origin()));
    }

    private Runnable stranger(String email, String origin) {
        String pair = origin + ' ' + email;
        perOrigin.begin(origin);
        perOriginAndAccount.begin(pair);
        perAccount.begin(email);
        return () -> {
            perOrigin.forgive(origin);
            perOriginAndAccount.clear(pair);
            perAccount.forgive(email);
        };
    }
}
