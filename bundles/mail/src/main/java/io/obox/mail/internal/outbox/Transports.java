package io.obox.mail.internal.outbox;

import io.obox.mail.MailTransport;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The ways on which mails can leave. */
@Component(service = Transports.class)
public final class Transports {
    /** In the order of their rankings, the highest last. */
    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<MailTransport> transports = List.of();

    /** Whichever there are. */
    @Activate
    public Transports() {}

    /** These alone. */
    public Transports(List<MailTransport> transports) {
        this.transports = transports;
    }

    /** The one to send by, if any is set up. */
    public Optional<MailTransport> ready() {
        return transports.reversed().stream().filter(MailTransport::ready).findFirst();
    }
}
