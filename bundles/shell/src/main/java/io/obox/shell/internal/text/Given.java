package io.obox.shell.internal.text;

import io.obox.shell.internal.command.CommandFailure;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What a tool was given.
 *
 * @param flags letters that followed a dash
 * @param count what followed {@code -n}
 * @param words the rest
 */
record Given(String flags, int count, List<String> words) {
    private static final int TEN = 10;

    /** Reads it. {@code -n} takes a number where the tool knows {@code #}; all else is a flag or a word. */
    static Given of(List<?> arguments, String usage, String known) {
        StringBuilder flags = new StringBuilder();
        List<String> words = new ArrayList<>();
        int count = TEN;
        for (Iterator<?> each = arguments.iterator(); each.hasNext(); ) {
            String word = String.valueOf(each.next());
            if (word.equals("-n") && known.contains("#") && each.hasNext()) {
                count = number(String.valueOf(each.next()), usage);
            } else if (word.matches("-[0-9]+") && known.contains("#")) {
                count = number(word.substring(1), usage);
            } else if (word.matches("-[a-zA-Z]+") && !known.isEmpty()) {
                flags.append(known(word.substring(1), usage, known));
            } else {
                words.add(word);
            }
        }
        return new Given(flags.toString(), count, List.copyOf(words));
    }

    boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }

    /** The same, if there are as many words as the tool takes. */
    Given ofWords(int number, String usage) {
        if (words.size() != number) {
            throw wrong("Files can't be read here; put a command and | before it.", usage);
        }
        return this;
    }

    private static String known(String letters, String usage, String known) {
        letters.chars().filter(letter -> known.indexOf(letter) < 0).findFirst().ifPresent(letter -> {
            throw wrong("There is no option -" + Character.toString(letter) + ".", usage);
        });
        return letters;
    }

    private static int number(String text, String usage) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw wrong(text + " is no number of lines.", usage);
        }
    }

    static CommandFailure wrong(String detail, String usage) {
        return new CommandFailure(detail + "\nUsage: " + usage, CommandFailure.MISUSED);
    }
}
