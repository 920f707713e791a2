package io.obox.shell.internal.language;

import io.obox.shell.internal.command.CommandFailure;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.CommandSessionImpl;
import org.apache.felix.service.threadio.ThreadIO;
import org.jspecify.annotations.Nullable;

/** Gogo without what leads out of its commands: methods of objects, redirection to files, and patterns of file names. */
final class Interpreter extends CommandProcessorImpl {
    Interpreter(ThreadIO threads) {
        super(threads);
    }

    @Override
    public CommandSessionImpl createSession(InputStream in, OutputStream out, OutputStream err) {
        return new Session(this, in, out, err);
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

    private static final class Session extends CommandSessionImpl {
        Session(Interpreter interpreter, InputStream in, OutputStream out, OutputStream err) {
            super(interpreter, in, out, err);
        }

        /** Where there is no folder, a pattern stands for itself. */
        @Override
        public @Nullable Path currentDir() {
            return null;
        }
    }
}
