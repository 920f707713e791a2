package io.obox.shell.internal.command;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.felix.service.command.CommandSession;

/** How much one line has used of what it may: commands, characters passed on, lines that wait for others, steps of searching. */
public final class Meter {
    /** The session's variable that holds it; the operator's has none. */
    public static final String VARIABLE = ".obox.meter";

    private static final long MOST_COMMANDS = 1_000;
    private static final long MOST_CHARACTERS = 32L << 20;
    private static final long MOST_KEPT = 100_000;
    private static final long MOST_STEPS = 50_000_000;

    private final AtomicLong commands;
    private final AtomicLong characters;
    private final AtomicLong kept;
    private final AtomicLong steps;

    private Meter(long commands, long characters, long kept, long steps) {
        this.commands = new AtomicLong(commands);
        this.characters = new AtomicLong(characters);
        this.kept = new AtomicLong(kept);
        this.steps = new AtomicLong(steps);
    }

    /** For one line of a person. */
    public static Meter ofLine() {
        return new Meter(MOST_COMMANDS, MOST_CHARACTERS, MOST_KEPT, MOST_STEPS);
    }

    /** Of the line that the session is at. */
    public static Meter of(CommandSession session) {
        return session.get(VARIABLE) instanceof Meter meter
                ? meter
                : new Meter(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** Counts a command. */
    public void command() {
        count(commands, 1, "This line runs more than " + MOST_COMMANDS + " commands.");
    }

    /** Counts a line that is kept until others have come: each takes memory, however short it is. */
    public void keep() {
        count(kept, 1, "More than " + MOST_KEPT + " lines would have to be kept.");
    }

    /** The same input, counted. */
    public InputStream counted(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                pass(1);
                return super.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = super.read(bytes, offset, length);
                pass(Math.max(read, 0));
                return read;
            }
        };
    }

    /** The same output, counted. */
    public PrintStream counted(PrintStream out) {
        OutputStream counted = new FilterOutputStream(out) {
            @Override
            public void write(int one) throws IOException {
                pass(1);
                out.write(one);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                pass(length);
                out.write(bytes, offset, length);
            }
        };
        return new PrintStream(counted, true, StandardCharsets.UTF_8);
    }

    /** The same text, whose reading is counted: an expression can read it over and over. */
    public CharSequence counted(String text) {
        return new Searched(text, 0, text.length());
    }

    private void pass(long number) {
        count(characters, number, "This line passes on more than " + (MOST_CHARACTERS >> 20) + " MiB.");
    }

    private static void count(AtomicLong left, long number, String fault) {
        if (left.addAndGet(-number) < 0) {
            throw new CommandFailure(fault + " The operator's shell has no such limit.", CommandFailure.FAILED);
        }
    }

    private final class Searched implements CharSequence {
        private final String text;
        private final int start;
        private final int end;

        Searched(String text, int start, int end) {
            this.text = text;
            this.start = start;
            this.end = end;
        }

        @Override
        public int length() {
            return end - start;
        }

        @Override
        public char charAt(int index) {
            count(steps, 1, "This search takes too long.");
            return text.charAt(start + index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Searched(text, start + from, start + to);
        }

        @Override
        public String toString() {
            return text.substring(start, end);
        }
    }
}
