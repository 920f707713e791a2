package io.obox.mail.internal.templates;

import io.obox.audit.AuditEntry;
import io.obox.audit.AuditLog;
import io.obox.mail.MailWords;
import io.obox.user.Caller;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records who chose which words. */
@Component(service = WordsTrace.class)
public final class WordsTrace {
    private static final Logger LOG = LoggerFactory.getLogger(WordsTrace.class);
    private static final String CHANGE = "mail-template.change";
    private static final String TEMPLATE = "mail-template";

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable AuditLog log;

    /** By Declarative Services. */
    @Activate
    public WordsTrace() {}

    /** To this log. */
    public WordsTrace(AuditLog log) {
        this.log = log;
    }

    /** In the thread's transaction; null for the words that the template comes with. */
    void changed(Caller caller, String name, @Nullable MailWords before, @Nullable MailWords after) {
        AuditLog target = log;
        if (target == null) {
            LOG.warn("The audit log is away: that {} has changed {} is not in it", caller.userId(), name);
            return;
        }
        target.record(AuditEntry.builder(CHANGE)
                .by(caller)
                .on(TEMPLATE, name, name)
                .change("subject", before == null ? null : before.subject(), after == null ? null : after.subject())
                .change("text", before == null ? null : before.text(), after == null ? null : after.text())
                .change("html", before == null ? null : before.html(), after == null ? null : after.html())
                .build());
    }
}
