package io.obox.shell.internal;

import io.obox.audit.AuditTrail;
import io.obox.host.Hosts;
import io.obox.image.Images;
import io.obox.job.Jobs;
import io.obox.lifecycle.Replacements;
import io.obox.mail.Mails;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.settings.Settings;
import io.obox.shell.internal.service.Services;
import io.obox.user.Authenticator;
import io.obox.user.TokenKeys;
import io.obox.user.Users;
import io.obox.vm.Vms;
import org.jspecify.annotations.Nullable;

/** A platform of which only those parts run that a test gives it. */
public final class FakeServices implements Services {
    public @Nullable Vms vms;
    public @Nullable Jobs jobs;
    public @Nullable Mails mails;
    public @Nullable Users users;
    public @Nullable AuditTrail audit;
    public @Nullable Settings settings;
    public @Nullable TokenKeys keys;
    public @Nullable Authenticator authenticator;

    @Override
    public Vms vms() {
        return running(vms);
    }

    @Override
    public Jobs jobs() {
        return running(jobs);
    }

    @Override
    public Hosts hosts() {
        return running(null);
    }

    @Override
    public Images images() {
        return running(null);
    }

    @Override
    public TokenKeys keys() {
        return running(keys);
    }

    @Override
    public Users users() {
        return running(users);
    }

    @Override
    public Mails mails() {
        return running(mails);
    }

    @Override
    public AuditTrail audit() {
        return running(audit);
    }

    @Override
    public Settings settings() {
        return running(settings);
    }

    @Override
    public Replacements replacements() {
        return running(null);
    }

    @Override
    public Authenticator authenticator() {
        return running(authenticator);
    }

    private static <T> T running(@Nullable T service) {
        if (service == null) {
            throw new ProblemException(Problem.unavailable("This part does not run."));
        }
        return service;
    }
}
