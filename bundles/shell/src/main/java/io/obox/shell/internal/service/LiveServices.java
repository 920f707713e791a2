package io.obox.shell.internal.service;

import io.obox.audit.AuditTrail;
import io.obox.host.Hosts;
import io.obox.image.Images;
import io.obox.job.Jobs;
import io.obox.lifecycle.Replacements;
import io.obox.mail.Mails;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.settings.Settings;
import io.obox.user.Authenticator;
import io.obox.user.TokenKeys;
import io.obox.user.Users;
import io.obox.vm.Vms;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The services that the platform has at this moment. */
@Component(service = Services.class)
public final class LiveServices implements Services {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Vms vms;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Jobs jobs;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Hosts hosts;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Images images;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable TokenKeys keys;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Users users;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Mails mails;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Replacements replacements;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Authenticator authenticator;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable AuditTrail audit;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Settings settings;

    @Override
    public Vms vms() {
        return present(vms, "virtual machines");
    }

    @Override
    public Jobs jobs() {
        return present(jobs, "jobs");
    }

    @Override
    public Hosts hosts() {
        return present(hosts, "hosts");
    }

    @Override
    public Images images() {
        return present(images, "images");
    }

    @Override
    public TokenKeys keys() {
        return present(keys, "logins");
    }

    @Override
    public Users users() {
        return present(users, "accounts");
    }

    @Override
    public Mails mails() {
        return present(mails, "mails");
    }

    @Override
    public AuditTrail audit() {
        return present(audit, "audit log");
    }

    @Override
    public Settings settings() {
        return present(settings, "settings");
    }

    @Override
    public Replacements replacements() {
        return present(replacements, "replacement of bundles");
    }

    @Override
    public Authenticator authenticator() {
        return present(authenticator, "logins");
    }

    private static <T> T present(@Nullable T service, String what) {
        if (service == null) {
            throw new ProblemException(
                    Problem.unavailable("The part of OBox that manages the " + what + " is not running here.")
                            .withRemedy("Look at obox:health."));
        }
        return service;
    }
}
