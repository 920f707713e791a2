package io.obox.shell.internal.language;

import io.obox.shell.internal.command.CommandFailure;
import io.obox.shell.internal.command.Meter;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.CommandSessionImpl;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Job;
import org.apache.felix.service.threadio.ThreadIO;
import org.jspecify.annotations.Nullable;

/** Gogo without what leads out of its commands: methods of objects, redirection to files, and patterns of file names. */
final class Interpreter extends CommandProcessorImpl {
    private final boolean bounded;

    /** With bounds to what a line may do, or for the operator. */
    Interpreter(ThreadIO threads, boolean bounded) {
        super(threads);
        this.bounded = bounded;
    }

    /** Makes a command known. Of several of one name the one with the highest ranking is used, as long as it is there. */
    void offer(String scope, String name, Function command, int ranking) {
        commands.compute(key(scope, name), (key, before) -> {
            Map<Object, Integer> after = before == null ? new LinkedHashMap<>() : new LinkedHashMap<>(before);
            after.put(command, ranking);
            return after;
        });
    }

    /** Forgets a command; another of the same name, such as a successor's, stays. */
    void withdraw(String scope, String name, Function command) {
        commands.computeIfPresent(key(scope, name), (key, before) -> {
            Map<Object, Integer> after = new LinkedHashMap<>(before);
            after.remove(command);
            return after.isEmpty() ? null : after;
        });
    }

    private static String key(String scope, String name) {
        return (scope + ":" + name).toLowerCase(Locale.ROOT);
    }

    @Override
    public CommandSessionImpl createSession(InputStream in, OutputStream out, OutputStream err) {
        return bounded ? new BoundedSession(this, in, out, err) : new Session(this, in, out, err);
    }

    @Override
    public Object invoke(CommandSessionImpl session, Object target, String name, List<Object> arguments) {
        throw new CommandFailure("Methods of objects can't be called here: " + name + ".", CommandFailure.MISUSED);
    }

    @Override
    public Path redirect(CommandSessionImpl session, Path path, int mode) {
        throw new CommandFailure(
                "Files can't be read or written here; redirect the output of ssh instead.", CommandFailure.MISUSED);
    }

    private static class Session extends CommandSessionImpl {
        Session(Interpreter interpreter, InputStream in, OutputStream out, OutputStream err) {
            super(interpreter, in, out, err);
        }

        /** Where there is no folder, a pattern stands for itself. */
        @Override
        public @Nullable Path currentDir() {
            return null;
        }
    }

    /** Of a person, whose lines end. */
    private static final class BoundedSession extends Session {
        private static final Duration LONGEST = Duration.ofMinutes(10);

        BoundedSession(Interpreter interpreter, InputStream in, OutputStream out, OutputStream err) {
            super(interpreter, in, out, err);
        }

        @Override
        public Object execute(CharSequence line) throws Exception {
            PlainLine.check(line);
            put(Meter.VARIABLE, Meter.ofLine());
            Thread alarm = Thread.ofVirtual()
                    .inheritInheritableThreadLocals(false)
                    .start(new FutureTask<>(this::endInTime, null));
            try {
                return super.execute(line);
            } finally {
                alarm.interrupt();
            }
        }

        /** Each command is looked up before it runs. */
        @Override
        public Object get(String name) {
            Object value = super.get(name);
            if (value instanceof Function) {
                Meter.of(this).command();
            }
            return value;
        }

        private void endInTime() {
            try {
                Thread.sleep(LONGEST);
                Job job = foregroundJob();
                if (job != null) {
                    job.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
