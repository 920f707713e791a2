package io.obox.auth.internal.password;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A password without what people put around and into a word to make it look like another: upper case, figures and signs in place of
 * letters, a year, a row of figures, the same once more.
 */
final class Decorated {
    private static final String SIGNS = "013457@$!";
    private static final String AS_L = "oleastasl";
    private static final String AS_I = "oieastasi";
    private static final int FEW = 4;
    private static final Pattern DATE = Pattern.compile("(19|20)\\d\\d|\\d{2,4}(19|20)\\d\\d|(19|20)\\d\\d\\d{2,4}");

    private final String text;

    private Decorated(String text) {
        this.text = text;
    }

    /** Spaces don't count, nor does the way in which a letter is encoded. */
    static Decorated of(String password) {
        String plain = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return new Decorated(plain.replaceAll("[\\s_.-]+", ""));
    }

    /** Whether it is one of these words, with little around it. */
    boolean isOneOf(Predicate<String> words) {
        return unit().candidates().anyMatch(words);
    }

    /** Whether it goes along the alphabet, the figures or the keys, or says few characters again and again. */
    boolean isPattern() {
        return Rows.cover(text) || unit().text.length() <= FEW && !unit().text.equals(text) || isOfFewCharacters();
    }

    private boolean isOfFewCharacters() {
        return text.codePoints().distinct().count() < FEW;
    }

    /** What it repeats, or itself. */
    private Decorated unit() {
        int length = text.length();
        for (int unit = 1; unit <= length / 2; unit++) {
            if (length % unit == 0
                    && text.substring(0, unit).repeat(length / unit).equals(text)) {
                return new Decorated(text.substring(0, unit));
            }
        }
        return this;
    }

    private Stream<String> candidates() {
        return Stream.of(0, skip(Decorated::isFigure), skip(Decorated::isNoLetter))
                .distinct()
                .filter(start -> isDecoration(text.substring(0, start)))
                .flatMap(start -> Stream.of(text.length(), back(Decorated::isFigure), back(Decorated::isNoLetter))
                        .distinct()
                        .filter(end -> start < end && isDecoration(text.substring(end)))
                        .flatMap(end -> readings(text.substring(start, end))));
    }

    private static Stream<String> readings(String word) {
        return Stream.of(word, read(word, AS_L), read(word, AS_I));
    }

    private static String read(String word, String letters) {
        StringBuilder read = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            int sign = SIGNS.indexOf(word.charAt(i));
            if (sign >= 0) {
                read.setCharAt(i, letters.charAt(sign));
            }
        }
        return read.toString();
    }

    private static boolean isDecoration(String around) {
        String figures = around.replaceAll("[^\\p{L}\\p{N}]", "");
        boolean few = figures.length() <= FEW && around.length() - figures.length() <= FEW;
        return few || Rows.cover(around) || DATE.matcher(figures).matches();
    }

    private int skip(Predicate<Character> decoration) {
        int start = 0;
        while (start < text.length() && decoration.test(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private int back(Predicate<Character> decoration) {
        int end = text.length();
        while (end > 0 && decoration.test(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isFigure(char character) {
        return Character.isDigit(character);
    }

    private static boolean isNoLetter(char character) {
        return !Character.isLetter(character);
    }

    /** The words of a text that say something of somebody, and all of them together. */
    static List<String> wordsOf(String text) {
        List<String> parts = Stream.of(of(text).text, text.toLowerCase(Locale.ROOT))
                .flatMap(Pattern.compile("[^\\p{L}\\p{N}]+")::splitAsStream)
                .toList();
        return Stream.concat(parts.stream(), Stream.of(of(text).text, String.join("", parts)))
                .filter(part -> part.length() >= FEW)
                .distinct()
                .toList();
    }
}
