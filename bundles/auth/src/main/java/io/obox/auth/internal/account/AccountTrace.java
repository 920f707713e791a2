package io.obox.auth.internal.account;

import io.obox.audit.AuditEntry;
import io.obox.audit.AuditLog;
import io.obox.user.Caller;
import io.obox.user.User;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records what people change of their accounts. Where the audit log is away, they can change it nevertheless. */
@Component(service = AccountTrace.class)
public final class AccountTrace {
    private static final Logger LOG = LoggerFactory.getLogger(AccountTrace.class);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable AuditLog log;

    /** By Declarative Services. */
    public AccountTrace() {}

    /** To this log. */
    public AccountTrace(AuditLog log) {
        this.log = log;
    }

    /** Something that the caller does. */
    public static AuditEntry.Builder by(Caller caller, String action) {
        return AuditEntry.builder(action).by(caller);
    }

    /** Something that is done by a link, which whoever reads the account's mail has, from where that is known. */
    public static AuditEntry.Builder byLink(User user, String action, @Nullable String address) {
        return AuditEntry.builder(action)
                .by(user.email())
                .on("account", user.id().toString(), user.email())
                .from(address);
    }

    /** Records it in the thread's transaction. */
    public void record(AuditEntry.Builder said) {
        AuditEntry entry = said.build();
        AuditLog target = log;
        if (target == null) {
            LOG.warn("The audit log is away: {} of {} is not in it", entry.action(), entry.userId());
            return;
        }
        target.record(entry);
    }
}
