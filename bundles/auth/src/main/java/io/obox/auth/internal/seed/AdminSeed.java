package io.obox.auth.internal.seed;

import com.fasterxml.uuid.Generators;
import io.obox.auth.internal.AuthSettings;
import io.obox.auth.internal.account.Account;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.account.EmailRules;
import io.obox.auth.internal.account.UserDocument;
import io.obox.auth.internal.password.PasswordHasher;
import io.obox.problem.ProblemException;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserState;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the first administrator as soon as the database is there, if there is none; afterwards the settings for it mean
 * nothing. Several nodes may try at once: one succeeds. As a health check it says whether anybody can log in.
 */
@Component(
        service = HealthCheck.class,
        immediate = true,
        configurationPid = {AuthSettings.PID, "$"},
        property = {HealthCheck.NAME + "=Accounts", HealthCheck.TAGS + "=ready"})
public final class AdminSeed implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(AdminSeed.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final String email;
    private final FirstPassword password;
    private final PrintStream console;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean done;
    private volatile String fault = "the database is not there yet";

    /** Tries until the database answers. */
    @Activate
    public AdminSeed(@Reference Accounts accounts, @Reference PasswordHasher hasher, AuthSettings settings) {
        this(
                accounts,
                hasher,
                settings.adminEmail(),
                FirstPassword.of(settings.adminPassword(), settings.embedded()),
                System.out);
    }

    AdminSeed(Accounts accounts, PasswordHasher hasher, String email, FirstPassword password, PrintStream console) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.email = Accounts.normalized(email);
        this.password = password;
        this.console = console;
        Thread.ofVirtual()
                .inheritInheritableThreadLocals(false)
                .name("obox-admin-seed")
                .start(new FutureTask<>(this::run, null));
    }

    @Deactivate
    void stop() {
        // an interrupt could meet the thread in a call of the database, and would cut its connection
        stopped.countDown();
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        if (done) {
            log.info("There is an administrator.");
        } else {
            log.temporarilyUnavailable("Nobody can log in yet: {}", fault);
        }
        return new Result(log);
    }

    private void run() {
        try {
            while (!seeded()) {
                if (stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.debug("Stopped before the database was there.");
                    return;
                }
            }
            done = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean seeded() {
        try {
            if (accounts.hasAdmin()) {
                return true;
            }
            Optional<String> unusable = unusable();
            if (unusable.isPresent()) {
                refuse(unusable.get());
                return false;
            }
            if (accounts.addFirstAdmin(admin())) {
                announce();
            }
            return true;
        } catch (RuntimeException e) {
            note(e);
            return false;
        }
    }

    /** What the settings have that no account may have. */
    private Optional<String> unusable() {
        return EmailRules.fault(email)
                .map(why -> "ADMIN_EMAIL can't be used. " + why)
                .or(() -> password.fault(email).map(why -> "ADMIN_PASSWORD can't be used. " + why));
    }

    /** Another node may have better settings, so this one goes on looking whether there is an administrator. */
    private void refuse(String why) {
        if (!fault.equals(why)) {
            fault = why;
            LOG.error("The first administrator is not made: {}", why);
        }
    }

    private void note(RuntimeException e) {
        String before = fault;
        fault = String.valueOf(e.getMessage());
        if (!fault.equals(before) && !(e instanceof ProblemException)) {
            LOG.error("The first administrator could not be made; it is tried again.", e);
        }
    }

    private Account admin() {
        User user = new UserDocument(
                Generators.timeBasedEpochGenerator().generate(),
                email,
                "Administrator",
                Role.ADMIN,
                UserState.ACTIVE,
                "en",
                password.mustChange(),
                Instant.now(),
                null,
                0);
        return new Account(user, hasher.hash(password.text().toCharArray()));
    }

    private void announce() {
        LOG.info("The first administrator is {}.", email);
        if (password.isWeak()) {
            LOG.warn("ADMIN_PASSWORD is short: anyone who can reach OBox may guess it. Choose a longer one.");
        }
        if (password.announced()) {
            console.printf(
                    "%nOBox: log in as %s with the one-time password %s%n"
                            + "It is shown only here and must be changed at the first login.%n%n",
                    email, password.text());
        }
    }
}
