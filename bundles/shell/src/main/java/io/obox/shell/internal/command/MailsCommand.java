package io.obox.shell.internal.command;

import io.obox.mail.Mail;
import io.obox.mail.MailFilter;
import io.obox.mail.MailState;
import io.obox.shell.internal.output.Age;
import io.obox.shell.internal.output.JsonOutput;
import io.obox.shell.internal.output.Table;
import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:mails}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "mails"})
public final class MailsCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("mails", "lists the mails without what they say, newest first")
            .option("state", "STATE")
            .option("to", "ADDRESS")
            .flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public MailsCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException {
        Caller caller = invocation.caller();
        MailFilter filter = filter(invocation.arguments());
        Stream<Mail> mails = Listing.all(page -> services.mails().list(caller, filter, page));
        if (invocation.json()) {
            JsonOutput.print(invocation.out(), mails);
            return;
        }
        Table table = new Table("TO", "SUBJECT", "STATE", "AGE", "PROBLEM", "ID");
        mails.forEach(mail -> table.row(
                mail.to(),
                mail.subject(),
                mail.state().name().toLowerCase(Locale.ROOT),
                Age.of(mail.createdAt()),
                mail.problem() == null ? null : mail.problem().slug(),
                mail.id()));
        table.print(invocation.out());
        if (!services.mails().delivers(caller)) {
            invocation.out().println("SMTP is not set up: mails stay in the outbox.");
        }
    }

    private static MailFilter filter(Arguments arguments) {
        String state = arguments.option("state");
        return MailFilter.builder()
                .state(state == null ? null : Lookup.choice(MailState.class, state))
                .to(arguments.option("to"))
                .build();
    }
}
