package io.obox.auth.internal.trace;

import io.obox.audit.AuditEntry;
import io.obox.audit.AuditLog;
import io.obox.auth.internal.session.Client;
import io.obox.problem.ProblemException;
import io.obox.problem.StandardProblem;
import io.obox.user.Credential;
import io.obox.user.User;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records who was let in, and who was not. Where the audit log is away, people are let in nevertheless. */
@Component(service = LoginTrace.class)
public final class LoginTrace {
    private static final Logger LOG = LoggerFactory.getLogger(LoginTrace.class);
    private static final String OPEN = "session.open";
    private static final String ACCOUNT = "account";

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable AuditLog log;

    /** By Declarative Services. */
    public LoginTrace() {}

    /** To this log. */
    public LoginTrace(AuditLog log) {
        this.log = log;
    }

    /** A session is opened, in the thread's transaction. */
    public void opened(User user, Client client) {
        AuditLog target = log;
        if (target == null) {
            LOG.warn("The audit log is away: that {} has logged in is not in it", user.id());
            return;
        }
        target.record(AuditEntry.builder(OPEN)
                .by(user.id(), user.email(), Credential.PASSWORD)
                .on(ACCOUNT, user.id().toString(), user.email())
                .from(client.address())
                .build());
    }

    /** Somebody is not let in. Whoever tries too often is not recorded any more: that would be theirs to fill the log with. */
    public void refused(String email, Client client, ProblemException reason) {
        String slug = reason.problem().slug();
        AuditLog target = log;
        if (target == null || slug.equals(StandardProblem.RATE_LIMITED.slug())) {
            return;
        }
        try {
            target.recordIndependently(AuditEntry.builder(OPEN)
                    .by(email)
                    .on(ACCOUNT, null, email)
                    .from(client.address())
                    .refused(slug)
                    .build());
        } catch (ProblemException e) {
            reason.addSuppressed(e);
        }
    }
}
