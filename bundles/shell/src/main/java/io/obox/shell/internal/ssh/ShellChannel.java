package io.obox.shell.internal.ssh;

import io.obox.user.Caller;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one SSH channel does: a single line, or a session. */
final class ShellChannel implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(ShellChannel.class);

    private final BundleContext context;
    private final CommandProcessor processor;
    private final @Nullable String line;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();
    private OutputStream err = OutputStream.nullOutputStream();
    private @Nullable ExitCallback callback;
    private @Nullable Thread thread;

    ShellChannel(BundleContext context, CommandProcessor processor, @Nullable String line) {
        this.context = context;
        this.processor = processor;
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
        Supplier<Caller> caller = Entrance.caller(channel.getServerSession());
        thread = Thread.ofPlatform().daemon().name("obox-shell").start(() -> run(caller, environment));
    }

    @Override
    public void destroy(ChannelSession channel) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run(Supplier<Caller> caller, Environment environment) {
        int status = 1;
        try {
            if (line == null) {
                new Dialogue(context, processor, caller).run(in, out, environment);
                status = 0;
            } else {
                status = new Line(processor, caller, line).run(in, printer(out), printer(err));
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
