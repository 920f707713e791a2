package io.obox.settings.internal.change;

import io.obox.audit.AuditEntry;
import io.obox.audit.AuditLog;
import io.obox.problem.StandardProblem;
import io.obox.settings.internal.definition.Field;
import io.obox.user.Caller;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records who changed which setting to what. */
@Component(service = Trace.class)
public final class Trace {
    private static final Logger LOG = LoggerFactory.getLogger(Trace.class);
    private static final String CHANGE = "setting.change";
    private static final String SETTINGS = "settings";

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable AuditLog log;

    /** By Declarative Services. */
    @Activate
    public Trace() {}

    /** To this log. */
    public Trace(AuditLog log) {
        this.log = log;
    }

    /** Somebody changes settings, in the thread's transaction. Of a secret only is told that it was. */
    void changed(Caller caller, Standing before, Standing after, Set<String> names) {
        AuditLog target = log;
        if (target == null) {
            LOG.warn("The audit log is away: that {} has changed {} is not in it", caller.userId(), names);
            return;
        }
        AuditEntry.Builder entry = entry(caller, before.definition().pid());
        before.definition().fields().stream()
                .filter(field -> names.contains(field.name()))
                .forEach(field -> entry.change(field.name(), told(before, field), told(after, field)));
        target.record(entry.build());
    }

    /** Somebody who may not tries to. */
    void refused(Caller caller, String pid) {
        AuditLog target = log;
        if (target != null) {
            target.recordIndependently(
                    entry(caller, pid).refused(StandardProblem.FORBIDDEN.slug()).build());
        }
    }

    private static AuditEntry.Builder entry(Caller caller, String pid) {
        return AuditEntry.builder(CHANGE).by(caller).on(SETTINGS, pid, pid);
    }

    private static @Nullable String told(Standing standing, Field field) {
        return field.secret() ? null : standing.text(field);
    }
}
