package io.obox.auth.internal.factor;

import io.obox.auth.internal.limit.AttemptLimit;
import io.obox.auth.internal.limit.Attempts;
import io.obox.auth.internal.message.FactorMessage;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Secrets and codes of accounts. Each code is good once, on all nodes together. Wrong ones are counted for the account: whoever knows
 * its password can guess three hundred times a day, of a million codes of which three are good.
 */
@Component(service = Factors.class)
public final class Factors {
    static final int RECOVERY_CODES = 10;

    private static final int BURST = 10;
    private static final Duration REFILL = Duration.ofMinutes(5);
    /** How long a secret waits for its first code. */
    private static final Duration WAIT = Duration.ofHours(1);

    private final FactorTable table;
    private final AttemptLimit limit;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** Within the bundle. */
    @Activate
    public Factors(@Reference FactorTable table, @Reference Attempts attempts) {
        this(table, attempts, InstantSource.system());
    }

    /** With a clock of one's own. */
    public Factors(FactorTable table, Attempts attempts, InstantSource clock) {
        this.table = table;
        this.limit = attempts.limit("factor.account", BURST, REFILL);
        this.clock = clock;
    }

    /** Whether the account can be entered by its password only together with a second factor. */
    public boolean isOn(UUID accountId) {
        return since(accountId).isPresent();
    }

    /** Since when, or empty if it has none. */
    public Optional<Instant> since(UUID accountId) {
        return table.since(accountId);
    }

    /** How many recovery codes are left. */
    public int codesLeft(UUID accountId) {
        return table.codesLeft(accountId);
    }

    /**
     * Whether this code, of either kind, is good at this moment. It is not good again.
     *
     * @throws io.obox.problem.ProblemException {@code rate-limited}
     */
    public Shown show(UUID accountId, String code) {
        limit.begin(accountId.toString(), FactorMessage.TOO_MANY_CODES.with());
        Shown shown = look(accountId, code);
        if (shown != Shown.NOTHING) {
            limit.clear(accountId.toString());
        }
        return shown;
    }

    private Shown look(UUID accountId, String code) {
        if (spendTotp(accountId, digits(code))) {
            return Shown.TOTP;
        }
        boolean spent = RecoveryCode.parse(code)
                .filter(recovery -> isOn(accountId) && table.spendCode(accountId, recovery))
                .isPresent();
        return spent ? Shown.RECOVERY_CODE : Shown.NOTHING;
    }

    private boolean spendTotp(UUID accountId, String code) {
        return table.secret(accountId)
                .map(secret -> Totp.matching(secret, code, clock.instant()))
                .filter(OptionalLong::isPresent)
                .filter(step -> table.spendStep(accountId, step.getAsLong()))
                .isPresent();
    }

    private static String digits(String typed) {
        return typed.replaceAll("\\s", "");
    }

    /** Makes a secret, in base 32, that is good once a code has confirmed it; empty if the account has one that is good. */
    public Optional<String> begin(UUID accountId) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        return table.begin(accountId, secret, clock.instant()) ? Optional.of(Base32.of(secret)) : Optional.empty();
    }

    /**
     * Confirms the secret by its first code, which is not good again.
     *
     * @return whether it was its code
     * @throws io.obox.problem.ProblemException {@code rate-limited}
     */
    public boolean confirm(UUID accountId, String code) {
        limit.begin(accountId.toString(), FactorMessage.TOO_MANY_CODES.with());
        Instant now = clock.instant();
        boolean right = table.waiting(accountId, now.minus(WAIT))
                .map(secret -> Totp.matching(secret, digits(code), now))
                .filter(OptionalLong::isPresent)
                .filter(step -> table.confirm(accountId, step.getAsLong(), now))
                .isPresent();
        if (right) {
            limit.clear(accountId.toString());
        }
        return right;
    }

    /** Makes other recovery codes; those before are not good any more. */
    public List<String> renewCodes(UUID accountId) {
        List<RecoveryCode> codes = Stream.generate(() -> RecoveryCode.random(random))
                .limit(RECOVERY_CODES)
                .toList();
        table.replaceCodes(accountId, codes);
        return codes.stream().map(RecoveryCode::shown).toList();
    }

    /** Takes the second factor away; false if there was none. */
    public boolean remove(UUID accountId) {
        return table.remove(accountId);
    }
}
