package io.obox.shell.internal.update;

import io.obox.problem.ProblemException;
import java.nio.file.Path;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:update <jar>}. */
@Component(
        service = UpdateCommand.class,
        property = {"osgi.command.scope=obox", "osgi.command.function=update"})
public final class UpdateCommand {
    private final Replacement replacement;

    /** Within the bundle. */
    @Activate
    public UpdateCommand(@Reference Replacement replacement) {
        this.replacement = replacement;
    }

    /** Replaces a running bundle by the jar, while it is in use. */
    @Descriptor("replaces a running bundle by a newer build, while it is in use")
    public void update(CommandSession session, @Descriptor("the newer build's jar") String jar)
            throws InterruptedException {
        Path file = Path.of(jar);
        if (!file.isAbsolute()) {
            throw new ProblemException(BundleJar.refusal("The path of the jar must be absolute, not " + jar + "."));
        }
        session.getConsole()
                .println(replacement.replace(file, step -> session.getConsole().println(step)));
    }
}
