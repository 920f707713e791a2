package io.obox.auth.internal;

import io.obox.mail.MailRequest;
import io.obox.mail.Mails;
import io.obox.persistence.Transactions;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A post office that keeps what it is given once the transaction is committed. */
public final class SentMails {
    private final Transactions transactions;
    private final List<MailRequest> sent = new CopyOnWriteArrayList<>();

    SentMails(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Where mails are handed in; it knows nothing else of a post office. */
    Mails counter() {
        return (Mails) Proxy.newProxyInstance(
                Mails.class.getClassLoader(), new Class<?>[] {Mails.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("queue")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    MailRequest mail = (MailRequest) arguments[0];
                    transactions.afterCommit(() -> sent.add(mail));
                    return UUID.randomUUID();
                });
    }

    /** All mails to this address, the oldest first. */
    public List<MailRequest> to(String email) {
        return sent.stream().filter(mail -> mail.email().equals(email)).toList();
    }

    /** From which templates these were made. */
    public List<String> templatesTo(String email) {
        return to(email).stream().map(MailRequest::template).toList();
    }

    /** The token of the link in the last mail to this address. */
    public String token(String email) {
        String link = String.valueOf(to(email).getLast().links().get("link"));
        return link.substring(link.indexOf("token=") + "token=".length());
    }
}
