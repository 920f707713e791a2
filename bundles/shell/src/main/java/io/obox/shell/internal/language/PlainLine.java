package io.obox.shell.internal.language;

import io.obox.shell.internal.command.CommandFailure;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.felix.gogo.runtime.Parser;
import org.apache.felix.gogo.runtime.Token;

/**
 * A line in which nothing can grow: commands, pipes, lists of words and what is done for each of them. Without variables,
 * captured output and patterns that stand for many words, no text is longer than the line that it was written in.
 */
final class PlainLine {
    private static final int LONGEST = 2_048;
    private static final Pattern PARAMETER = Pattern.compile("\\$(it|[1-9])");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern GROWING = Pattern.compile("[${}]|%\\(");

    private PlainLine() {}

    /** Refuses every other line. */
    static void check(CharSequence line) {
        if (line.length() > LONGEST) {
            throw refused("A line has at most " + LONGEST + " characters");
        }
        program(new Parser(line).program());
    }

    private static void program(Parser.Program program) {
        program.tokens().forEach(PlainLine::executable);
    }

    private static void executable(Parser.Executable executable) {
        switch (executable) {
            case Parser.Statement statement -> statement(statement.tokens());
            case Parser.Pipeline pipeline -> pipeline.tokens().forEach(PlainLine::executable);
            case Parser.Operator operator when !Token.eq("&", operator) -> {}
            default -> throw refused("Commands in parentheses and in the background are not allowed");
        }
    }

    private static void statement(List<Token> words) {
        if (words.size() > 1 && Token.eq("=", words.get(1))) {
            throw refused("Variables are not allowed");
        }
        words.forEach(PlainLine::word);
    }

    private static void word(Token word) {
        switch (word) {
            case Parser.Closure closure -> program(closure.program());
            case Parser.Array array when array.list() != null -> array.list().forEach(PlainLine::item);
            case Parser.Array ignored -> throw refused("Maps are not allowed");
            case Parser.Executable ignored -> throw refused("The output of a command can't be captured");
            default -> text(word, QUOTED.matcher(word).matches());
        }
    }

    /** An item can come to stand where it is looked at once more. */
    private static void item(Token item) {
        if (item instanceof Parser.Closure || item instanceof Parser.Array || item instanceof Parser.Executable) {
            throw refused("A list holds words");
        }
        text(item, false);
    }

    private static void text(Token word, boolean literal) {
        if (!literal
                && !PARAMETER.matcher(word).matches()
                && GROWING.matcher(word).find()) {
            throw refused("Of $, { and } only $it and $1 to $9 are allowed; put the word in single quotes");
        }
    }

    private static CommandFailure refused(String detail) {
        return new CommandFailure(detail + "; the operator's shell has more.", CommandFailure.MISUSED);
    }
}
