package io.obox.auth.internal.mail;

import io.obox.auth.internal.link.IssuedLink;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.mail.MailRequest;
import io.obox.mail.MailTemplate;
import io.obox.mail.Mails;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.User;
import io.obox.user.UserState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Has mails about accounts sent, in the transaction in which what they tell of is written. Brings their templates. */
@Component(service = AccountMails.class, immediate = true)
public final class AccountMails {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Mails mails;

    /** Registers the templates, which go with the bundle. */
    @Activate
    public AccountMails(BundleContext bundle) {
        for (AccountMail template : AccountMail.values()) {
            bundle.registerService(MailTemplate.class, template, null);
        }
    }

    /** With somewhere to send them. */
    public AccountMails(Mails mails) {
        this.mails = mails;
    }

    /**
     * Sends a mail without a link of its own. What an account is called whose address nobody has confirmed is not said: anybody
     * could have written it.
     *
     * @throws ProblemException {@code unavailable}
     */
    public void send(AccountMail template, User to) {
        mails().queue(request(template, to.email(), to).build());
    }

    /** Sends a mail with this link, if it has room for one. */
    public void send(AccountMail template, User to, IssuedLink link) {
        sendTo(to.email(), template, to, link);
    }

    /** The same to an address that is not the account's, or not any more. */
    public void sendTo(String email, AccountMail template, User to, IssuedLink link) {
        MailRequest.Builder mail = request(template, email, to);
        if (template.arguments().contains(AccountMail.LINK)) {
            mail.link(AccountMail.LINK, link.page()).instant(AccountMail.UNTIL, link.until());
        }
        mails().queue(mail.build());
    }

    private static MailRequest.Builder request(AccountMail template, String email, User to) {
        MailRequest.Builder mail = MailRequest.builder(template.id(), email)
                .name(to.state() == UserState.ACTIVE ? to.name() : "")
                .locale(Locale.forLanguageTag(to.locale()));
        template.pages().forEach(mail::link);
        return mail;
    }

    private Mails mails() {
        Mails present = mails;
        if (present == null) {
            throw new ProblemException(Problem.unavailable(AuthMessage.MAIL_AWAY.with()));
        }
        return present;
    }
}
