package io.obox.shell.internal.ssh;

import io.obox.shell.internal.language.Language;
import java.io.IOError;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Job;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.Signal;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** An interactive session, with line editing and completion. */
record Dialogue(Language language, Visitor visitor) {
    private static final String PROMPT = "obox> ";
    /** What edits a line without making much of it at one key. */
    private static final Set<String> MODEST = Set.of(
            LineReader.ACCEPT_LINE,
            LineReader.BACKWARD_CHAR,
            LineReader.BACKWARD_DELETE_CHAR,
            LineReader.BACKWARD_KILL_WORD,
            LineReader.BACKWARD_WORD,
            LineReader.BEGINNING_OF_LINE,
            LineReader.CALLBACK_FINISH,
            LineReader.CALLBACK_INIT,
            LineReader.CALLBACK_KEYMAP,
            LineReader.CLEAR_SCREEN,
            LineReader.DELETE_CHAR,
            LineReader.DELETE_CHAR_OR_LIST,
            LineReader.DOWN_LINE_OR_HISTORY,
            LineReader.END_OF_LINE,
            LineReader.EXPAND_OR_COMPLETE,
            LineReader.FORWARD_CHAR,
            LineReader.FORWARD_WORD,
            LineReader.KILL_LINE,
            LineReader.KILL_WHOLE_LINE,
            LineReader.REDISPLAY,
            LineReader.SELF_INSERT,
            LineReader.SEND_BREAK,
            LineReader.UP_LINE_OR_HISTORY);

    void run(InputStream keys, OutputStream out, Environment environment) throws Exception {
        InputStream in = visitor.rights().bounded() ? new LineLimit(keys) : keys;
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
                    visitor.session(language, terminal.input(), terminal.output(), terminal.output())) {
                terminal.handle(Terminal.Signal.INT, signal -> interrupt(session));
                converse(terminal, session);
            }
        }
    }

    private void converse(Terminal terminal, CommandSession session) {
        LineReader reader = reader(terminal);
        while (true) {
            try {
                String line = reader.readLine(PROMPT);
                if (line.strip().equals("exit")) {
                    return;
                }
                answer(terminal, session, line);
            } catch (UserInterruptException e) {
                // the line is given up
            } catch (EndOfFileException | IOError e) {
                return;
            }
        }
    }

    /** The editor that it brings along could write files. */
    private LineReader reader(Terminal terminal) {
        LineReader reader = LineReaderBuilder.builder()
                .appName("obox")
                .terminal(terminal)
                .completer(this::complete)
                .build();
        reader.getWidgets().remove(LineReader.EDIT_AND_EXECUTE_COMMAND);
        if (visitor.rights().bounded()) {
            reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
            reader.getWidgets().keySet().retainAll(MODEST);
        }
        return reader;
    }

    private void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (line.wordIndex() == 0) {
            visitor.words(language).forEach(word -> candidates.add(new Candidate(word)));
        }
    }

    private static void answer(Terminal terminal, CommandSession session, String line) {
        try {
            Object result = session.execute(line);
            if (result != null) {
                terminal.writer().println(session.format(result, Converter.INSPECT));
            }
        } catch (Exception e) {
            terminal.writer().println(Line.failure(line, e));
        }
        terminal.writer().flush();
    }

    private static void interrupt(CommandSession session) {
        Job job = session.foregroundJob();
        if (job != null) {
            job.interrupt();
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
}
