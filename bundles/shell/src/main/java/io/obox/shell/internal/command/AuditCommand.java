package io.obox.shell.internal.command;

import io.obox.audit.AuditFilter;
import io.obox.audit.AuditProof;
import io.obox.audit.AuditRecord;
import io.obox.audit.Outcome;
import io.obox.page.PageRequest;
import io.obox.shell.internal.output.Age;
import io.obox.shell.internal.output.JsonOutput;
import io.obox.shell.internal.output.Table;
import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:audit}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "audit"})
public final class AuditCommand implements Command {
    private static final String VERIFY = "verify";

    private static final Syntax SYNTAX = Syntax.of(
                    "audit",
                    "lists what people did and tried, the newest first, or checks that nobody changed the list")
            .then("[" + VERIFY + "]")
            .option("who", "EMAIL")
            .option("what", "ACTION")
            .option("object", "NAME")
            .option("outcome", "OUTCOME")
            .flag("all")
            .flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public AuditCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException {
        String what = invocation.arguments().at(0);
        if (what == null) {
            list(invocation);
        } else if (what.equals(VERIFY)) {
            verify(invocation);
        } else {
            throw SYNTAX.wrong("The audit log can't " + what + ".");
        }
    }

    private void list(Invocation invocation) throws IOException {
        Caller caller = invocation.caller();
        AuditFilter filter = filter(invocation.arguments());
        if (invocation.json()) {
            JsonOutput.print(invocation.out(), services.audit().all(caller, filter));
        } else if (invocation.arguments().has("all")) {
            print(Listing.all(page -> services.audit().list(caller, filter, page)), invocation.out());
        } else {
            print(services.audit().list(caller, filter, PageRequest.first()).items().stream(), invocation.out());
        }
    }

    private static void print(Stream<AuditRecord> records, PrintStream out) {
        Table table = new Table("NUMBER", "AGE", "WHO", "ACTION", "OBJECT", "OUTCOME", "FROM");
        records.forEach(record -> table.row(
                record.number(),
                Age.of(record.at()),
                record.who(),
                record.action(),
                record.objectName(),
                record.problem() == null ? outcome(record) : outcome(record) + ": " + record.problem(),
                record.address()));
        table.print(out);
    }

    private static String outcome(AuditRecord record) {
        return record.outcome().name().toLowerCase(Locale.ROOT);
    }

    private void verify(Invocation invocation) throws IOException {
        AuditProof proof = services.audit().verify(invocation.caller());
        if (invocation.json()) {
            JsonOutput.print(invocation.out(), proof);
        } else if (proof.sound()) {
            invocation
                    .out()
                    .println("All " + proof.records() + " records are unchanged. The last is number " + proof.last()
                            + " with the hash " + proof.head() + ".");
        }
        if (!proof.sound()) {
            throw new CommandFailure("Record " + proof.wrong() + " was changed or is missing.", CommandFailure.FAILED);
        }
    }

    private static AuditFilter filter(Arguments arguments) {
        String outcome = arguments.option("outcome");
        return AuditFilter.builder()
                .who(arguments.option("who"))
                .what(arguments.option("what"))
                .object(arguments.option("object"))
                .outcome(outcome == null ? null : Lookup.choice(Outcome.class, outcome))
                .build();
    }
}
