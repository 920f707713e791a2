package io.obox.shell.internal.command;

import io.obox.lifecycle.Replacement;
import io.obox.lifecycle.ReplacementStep;
import io.obox.lifecycle.Waiver;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:update}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "update"})
public final class UpdateCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "update", "replaces a running bundle by another build of it, while it is in use")
            .then("<jar>")
            .flag("fewer-services");
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final BundleContext context;
    private final Services services;

    /** Within the bundle. */
    @Activate
    public UpdateCommand(BundleContext context, @Reference Services services) {
        this.context = context;
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws InterruptedException {
        Set<Waiver> waivers = invocation.arguments().has("fewer-services") ? Set.of(Waiver.FEWER_SERVICES) : Set.of();
        Caller caller = invocation.caller();
        Replacement begun = begin(caller, Path.of(invocation.arguments().needed(0)), waivers);
        Replacement ended = follow(caller, begun, invocation.out());
        Problem refusal = ended.problem();
        if (refusal != null) {
            throw new ProblemException(refusal);
        }
        invocation.out().println(summary(ended));
    }

    private Replacement begin(Caller caller, Path jar, Set<Waiver> waivers) {
        if (!jar.isAbsolute()) {
            throw new ProblemException(Problem.malformed("The path of the jar must be absolute, not " + jar + "."));
        }
        try (InputStream in = Files.newInputStream(jar)) {
            return services.replacements().begin(caller, in, waivers);
        } catch (IOException e) {
            throw new ProblemException(Problem.malformed(jar + " can't be read: " + e.getMessage() + "."), e);
        }
    }

    /** Tells of each step, until there is no more to come, or until this shell itself is what goes. */
    private Replacement follow(Caller caller, Replacement begun, PrintStream out) throws InterruptedException {
        if (new Version(begun.to()).compareTo(new Version(begun.from())) < 0) {
            out.println("a step back: " + begun.to() + " is older than " + begun.from());
        }
        Replacement now = begun;
        @Nullable ReplacementStep told = null;
        while (!now.step().finished() && !(now.step().tookOver() && isThis(now))) {
            if (now.step() != told) {
                told = now.step();
                out.println(words(now));
            }
            Thread.sleep(PAUSE);
            now = look(caller, now);
        }
        return now;
    }

    /** While the part that knows is being replaced, nothing has changed. */
    private Replacement look(Caller caller, Replacement before) {
        try {
            return services.replacements().get(caller, before.id());
        } catch (ProblemException e) {
            if (e.problem().status() == 503) {
                return before;
            }
            throw e;
        }
    }

    private boolean isThis(Replacement replacement) {
        return context.getBundle().getSymbolicName().equals(replacement.bundle());
    }

    private static String words(Replacement now) {
        return switch (now.step()) {
            case REQUESTED -> "waiting for its turn";
            case PREPARING -> "preparing " + now.bundle() + " " + now.to();
            case PROVING -> "trying " + now.to() + " where nobody sees it";
            case STARTING -> "starting " + now.to() + " beside " + now.from();
            default -> "draining " + now.from();
        };
    }

    private static String summary(Replacement done) {
        String text = "%s %s -> %s: took over in %d ms"
                .formatted(done.bundle(), done.from(), done.to(), millis(done.startedAt(), done.tookOverAt()));
        if (done.step() != ReplacementStep.COMPLETED) {
            return text + "; this shell is the former version, and ends now";
        }
        text += ", old version drained in %d ms".formatted(millis(done.tookOverAt(), done.finishedAt()));
        return done.cutOff().isEmpty() ? text : text + "; cut off: " + String.join(", ", done.cutOff());
    }

    private static long millis(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? 0 : Duration.between(from, to).toMillis();
    }
}
