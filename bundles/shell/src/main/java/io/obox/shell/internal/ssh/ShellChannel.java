package io.obox.shell.internal.ssh;

import io.obox.shell.internal.language.Language;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.FutureTask;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one SSH channel does: a single line, or a session. */
final class ShellChannel implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(ShellChannel.class);

    private final Language language;
    private final @Nullable String line;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();
    private OutputStream err = OutputStream.nullOutputStream();
    private @Nullable ExitCallback callback;
    private @Nullable Thread thread;

    ShellChannel(Language language, @Nullable String line) {
        this.language = language;
        this.line = line;
    }

    @Override
    public void setInputStream(InputStream stream) {
        in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback exit) {
        callback = exit;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
        Visitor visitor = Entrance.visitor(channel.getServerSession());
        thread = Thread.ofPlatform()
                .inheritInheritableThreadLocals(false)
                .daemon()
                .name("obox-shell")
                .start(new FutureTask<>(() -> run(visitor, environment), null));
    }

    @Override
    public void destroy(ChannelSession channel) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run(Visitor visitor, Environment environment) {
        int status = 1;
        try {
            if (line == null) {
                new Dialogue(language, visitor).run(in, out, environment);
                status = 0;
            } else {
                status = new Line(language, visitor, line).run(in, printer(out), printer(err));
            }
        } catch (Exception e) {
            LOG.warn("A session of the shell ended by a fault", e);
        } finally {
            if (callback != null) {
                callback.onExit(status);
            }
        }
    }

    private static PrintStream printer(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
