package io.obox.shell.internal.text;

import io.obox.shell.internal.command.Meter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;
import org.jspecify.annotations.Nullable;

/** The tools, alike to those of POSIX of the same name as far as they go. */
public enum TextTool implements Function {
    /** Prints its words. */
    ECHO("echo [word...]", "", -1) {
        @Override
        void work(Given given, Stream<String> lines, PrintStream out, Meter meter) {
            out.println(String.join(" ", given.words()));
        }
    },

    /** Lets lines through that match a regular expression. */
    GREP("grep [-i] [-v] [-c] <pattern>", "ivc", 1) {
        @Override
        void work(Given given, Stream<String> lines, PrintStream out, Meter meter) {
            Pattern pattern = pattern(given);
            Predicate<String> matches =
                    line -> pattern.matcher(meter.counted(line)).find();
            Stream<String> found = lines.filter(given.has('v') ? matches.negate() : matches);
            if (given.has('c')) {
                out.println(found.count());
            } else {
                found.forEach(out::println);
            }
        }

        private Pattern pattern(Given given) {
            try {
                int flags = given.has('i') ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
                return Pattern.compile(given.words().getFirst(), flags);
            } catch (PatternSyntaxException e) {
                throw Given.wrong("That is no regular expression: " + e.getDescription() + ".", usage());
            }
        }
    },

    /** Lets the first lines through. */
    HEAD("head [-n <lines>]", "#", 0) {
        @Override
        void work(Given given, Stream<String> lines, PrintStream out, Meter meter) {
            lines.limit(given.count()).forEach(out::println);
        }
    },

    /** Lets lines through in their order. */
    SORT("sort [-r]", "r", 0) {
        @Override
        void work(Given given, Stream<String> lines, PrintStream out, Meter meter) {
            Comparator<String> order = Comparator.naturalOrder();
            lines.peek(line -> meter.keep())
                    .sorted(given.has('r') ? order.reversed() : order)
                    .forEach(out::println);
        }
    },

    /** Lets the last lines through. */
    TAIL("tail [-n <lines>]", "#", 0) {
        @Override
        void work(Given given, Stream<String> lines, PrintStream out, Meter meter) {
            Deque<String> last = new ArrayDeque<>();
            lines.forEach(line -> {
                last.add(line);
                if (last.size() > given.count()) {
                    last.remove();
                } else {
                    meter.keep();
                }
            });
            last.forEach(out::println);
        }
    },

    /** Counts lines, words and characters, or lines only. */
    WC("wc [-l]", "l", 0) {
        @Override
        void work(Given given, Stream<String> lines, PrintStream out, Meter meter) {
            long[] counts = new long[3];
            lines.forEach(line -> {
                counts[0]++;
                counts[1] += line.isBlank() ? 0 : line.strip().split("\\s+").length;
                counts[2] += line.length() + 1L;
            });
            out.println(given.has('l') ? "" + counts[0] : counts[0] + " " + counts[1] + " " + counts[2]);
        }
    };

    private final String usage;
    private final String options;
    private final int words;

    TextTool(String usage, String options, int words) {
        this.usage = usage;
        this.options = options;
        this.words = words;
    }

    abstract void work(Given given, Stream<String> lines, PrintStream out, Meter meter);

    String usage() {
        return usage;
    }

    @Override
    public @Nullable Object execute(CommandSession session, List<Object> arguments) throws IOException {
        if (arguments.contains("--help")) {
            Process.Utils.current().out().println(usage);
            return null;
        }
        Given given = Given.of(arguments, usage, options);
        Process process = Process.Utils.current();
        Meter meter = Meter.of(session);
        var in = new BufferedReader(new InputStreamReader(meter.counted(process.in()), StandardCharsets.UTF_8));
        PrintStream out = meter.counted(process.out());
        work(words < 0 ? given : given.ofWords(words, usage), in.lines(), out, meter);
        out.flush();
        return null;
    }
}
