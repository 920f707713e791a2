package io.obox.shell.internal.command;

import io.obox.shell.internal.output.Age;
import io.obox.shell.internal.output.JsonOutput;
import io.obox.shell.internal.output.Table;
import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import io.obox.user.User;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:users}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "users"})
public final class UsersCommand implements Command {
    private static final Syntax SYNTAX =
            Syntax.of("users", "lists the accounts, oldest first").flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public UsersCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException {
        Caller caller = invocation.caller();
        Stream<User> users = Listing.all(page -> services.users().list(caller, page));
        if (invocation.json()) {
            JsonOutput.print(invocation.out(), users);
            return;
        }
        Table table = new Table("EMAIL", "NAME", "ROLE", "STATE", "AGE", "LAST LOGIN", "ID");
        users.forEach(user -> table.row(
                user.email(),
                user.name(),
                user.role().name().toLowerCase(Locale.ROOT),
                user.state().name().toLowerCase(Locale.ROOT),
                Age.of(user.createdAt()),
                user.lastLoginAt() == null ? null : Age.of(user.lastLoginAt()) + " ago",
                user.id()));
        table.print(invocation.out());
    }
}
