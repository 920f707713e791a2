package io.obox.auth.internal.password;

import io.obox.auth.internal.message.AuthMessage;
import io.obox.message.Message;
import io.obox.settings.AdminSettings;
import io.obox.user.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/**
 * Which passwords may be chosen: long ones that nobody guesses first. Nothing is asked of their characters, as NIST SP 800-63B
 * advises.
 */
@AdminSettings(
        pid = PasswordSettings.PID,
        attributes = {"minLength", "minAdminLength"})
@Component(
        service = PasswordRules.class,
        configurationPid = {PasswordSettings.PID, "$"})
public final class PasswordRules {
    /** The password of a fresh embedded installation; everybody knows it. */
    public static final String KNOWN = "admin";

    /** Fewest characters, whatever is set. */
    public static final int MIN_LENGTH = 12;

    /** Fewest characters for administrators, whatever is set. */
    public static final int MIN_ADMIN_LENGTH = 15;

    /** Most characters. */
    public static final int MAX_LENGTH = 256;

    private static final String PRODUCT = "obox";

    private final CommonPasswords common = CommonPasswords.read();

    private volatile int least;
    private volatile int leastForAdmins;

    /** As they are set. */
    @Activate
    public PasswordRules(PasswordSettings settings) {
        this(settings.minLength(), settings.minAdminLength());
    }

    /** Where nothing is set. */
    public PasswordRules() {
        this(MIN_LENGTH, MIN_ADMIN_LENGTH);
    }

    /** Without Declarative Services. */
    PasswordRules(int minLength, int minAdminLength) {
        set(minLength, minAdminLength);
    }

    /** Takes over other settings. */
    @Modified
    void modified(PasswordSettings settings) {
        set(settings.minLength(), settings.minAdminLength());
    }

    private void set(int minLength, int minAdminLength) {
        least = Math.clamp(minLength, MIN_LENGTH, MAX_LENGTH);
        leastForAdmins = Math.clamp(minAdminLength, MIN_ADMIN_LENGTH, MAX_LENGTH);
    }

    /** Fewest characters of a password that is chosen now. */
    public int minLength() {
        return least;
    }

    /** Whose password it is to be, as far as that may not be guessed from it. */
    public record Chooser(Role role, String email, String name) {
        private List<String> words() {
            return Stream.of(email, name, PRODUCT)
                    .flatMap(text -> Decorated.wordsOf(text).stream())
                    .toList();
        }
    }

    /** What is wrong with it, in one sentence; empty if it may be chosen. */
    public Optional<Message> fault(String password, Chooser chooser) {
        int fewest = chooser.role() == Role.ADMIN ? Math.max(least, leastForAdmins) : least;
        return isShorter(password, fewest)
                ? Optional.of(AuthMessage.PASSWORD_TOO_SHORT.with(fewest))
                : unusable(password, chooser.email()).or(() -> guessed(password, chooser));
    }

    private Optional<Message> guessed(String password, Chooser chooser) {
        Decorated shown = Decorated.of(password);
        if (shown.isOneOf(chooser.words()::contains)) {
            return Optional.of(AuthMessage.PASSWORD_IS_NAME.with());
        }
        if (shown.isPattern()) {
            return Optional.of(AuthMessage.PASSWORD_IS_PATTERN.with());
        }
        return shown.isOneOf(common) ? Optional.of(AuthMessage.PASSWORD_IS_COMMON.with()) : Optional.empty();
    }

    /** Whether an administrator's can be guessed for its length alone. */
    public static boolean isShort(String password) {
        return isShorter(password, MIN_ADMIN_LENGTH);
    }

    private static boolean isShorter(String password, int least) {
        return password.codePointCount(0, password.length()) < least;
    }

    /** What makes it unfit even for an operator, who may choose a short one; in one sentence. */
    public static Optional<Message> unusable(String password, String email) {
        if (password.codePointCount(0, password.length()) > MAX_LENGTH) {
            return Optional.of(AuthMessage.PASSWORD_TOO_LONG.with(MAX_LENGTH));
        }
        if (password.strip().equalsIgnoreCase(email)) {
            return Optional.of(AuthMessage.PASSWORD_IS_ADDRESS.with());
        }
        return Optional.empty();
    }
}
