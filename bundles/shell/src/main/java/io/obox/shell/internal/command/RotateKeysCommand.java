package io.obox.shell.internal.command;

import io.obox.shell.internal.service.Services;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:rotate-keys}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "rotate-keys"})
public final class RotateKeysCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "rotate-keys", "has another key made for tokens, or all replaced if one is known to a stranger")
            .flag("revoke");

    private final Services services;

    /** On these services. */
    @Activate
    public RotateKeysCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) {
        boolean revoke = invocation.arguments().has("revoke");
        if (revoke) {
            services.keys().revoke(invocation.caller());
        } else {
            services.keys().rotate(invocation.caller());
        }
        invocation
                .out()
                .println(
                        revoke
                                ? "All keys are replaced. In 5 seconds no token from before is good: everybody has to log in again."
                                : "Tokens are signed with another key in 15 seconds; those from before stay good until they end.");
    }
}
