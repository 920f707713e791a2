package io.obox.shell.internal.ssh;

import io.obox.shell.internal.command.Invocation;
import io.obox.user.Caller;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.felix.gogo.jline.Shell;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.Signal;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/** An interactive session, with line editing and completion. */
record Dialogue(BundleContext context, CommandProcessor processor, Supplier<Caller> caller) {
    private static final String PROMPT = "obox> ";

    void run(InputStream in, OutputStream out, Environment environment) throws Exception {
        try (Terminal terminal = terminal(in, out, environment)) {
            resize(terminal, environment.getEnv());
            environment.addSignalListener(
                    (channel, signal) -> {
                        resize(terminal, environment.getEnv());
                        terminal.raise(Terminal.Signal.WINCH);
                    },
                    Signal.WINCH);
            terminal.writer().println("OBox. help shows the commands, Ctrl-D leaves.");
            try (CommandSession session =
                    processor.createSession(terminal.input(), terminal.output(), terminal.output())) {
                session.put(Invocation.CALLER, caller);
                session.put(Shell.VAR_TERMINAL, terminal);
                session.put(Shell.VAR_SCOPE, "obox:gogo:*");
                session.put(Shell.VAR_PROMPT, PROMPT);
                new Shell(new Surroundings(context, in), processor)
                        .gosh(session, new String[] {"--login", "--noshutdown", "--nohistory"});
            }
        }
    }

    /** Not one of the machine's own: its other end is the client's. */
    private static Terminal terminal(InputStream in, OutputStream out, Environment environment) throws Exception {
        return TerminalBuilder.builder()
                .name("ssh")
                .type(environment.getEnv().get(Environment.ENV_TERM))
                .system(false)
                .jna(false)
                .jansi(false)
                .encoding(StandardCharsets.UTF_8)
                .streams(in, out)
                .build();
    }

    /** A client without a window says that it has no columns. */
    private static void resize(Terminal terminal, Map<String, String> environment) {
        int columns = number(environment.get(Environment.ENV_COLUMNS));
        int lines = number(environment.get(Environment.ENV_LINES));
        terminal.setSize(columns > 0 && lines > 0 ? new Size(columns, lines) : new Size(80, 24));
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** What Gogo asks of its surroundings; leaving the shell ends the session, never the framework. */
    private record Surroundings(BundleContext context, InputStream in) implements Shell.Context {
        @Override
        public String getProperty(String name) {
            return context.getProperty(name);
        }

        @Override
        public void exit() throws Exception {
            in.close();
        }
    }
}
