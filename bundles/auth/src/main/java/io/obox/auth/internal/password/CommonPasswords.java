package io.obox.auth.internal.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The passwords that are tried first wherever passwords are guessed. Where the list comes from stands in it. */
final class CommonPasswords implements Predicate<String> {
    private static final String LIST = "common-passwords.txt";
    private static final String COMMENT = "#";

    private final Set<String> words;

    private CommonPasswords(Set<String> words) {
        this.words = words;
    }

    static CommonPasswords read() {
        InputStream list = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(LIST), LIST);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return new CommonPasswords(
                    lines.lines().filter(line -> !line.startsWith(COMMENT)).collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common passwords can't be read.", e);
        }
    }

    @Override
    public boolean test(String word) {
        return words.contains(word);
    }
}
