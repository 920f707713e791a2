package io.obox.mail.internal.templates;

import io.obox.mail.MailWords;
import io.obox.mail.internal.message.MailMessage;
import io.obox.message.Message;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which words can be chosen. Tells of all faults at once. */
final class WordsCheck {
    private static final int MAX_SUBJECT = 200;
    private static final int MAX_TEXT = 20_000;
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)}");
    private static final Pattern BRACE = Pattern.compile("[{}]");

    private final Set<String> arguments;
    private final List<FieldError> faults = new ArrayList<>();

    private WordsCheck(Set<String> arguments) {
        this.arguments = arguments;
    }

    /**
     * The words, if they can be chosen.
     *
     * @param arguments what may stand in braces
     * @throws ProblemException {@code validation}
     */
    static MailWords checked(@Nullable MailWordsBody body, Set<String> arguments) {
        WordsCheck check = new WordsCheck(arguments);
        MailWordsBody given = body == null ? new MailWordsBody(null, null, null) : body;
        String subject = given.subject() == null ? "" : given.subject().strip();
        String text = given.text() == null ? "" : given.text().replace("\r\n", "\n");
        check.subject(subject);
        check.body("/text", text);
        MailWords words = MailWords.of(subject, text);
        String html = given.html();
        if (html != null) {
            check.length("/html", html, MAX_TEXT);
            check.names("/html", html);
            words = words.withHtml(html);
        }
        if (!check.faults.isEmpty()) {
            throw new ProblemException(Problem.validation(check.faults));
        }
        return words;
    }

    private void subject(String subject) {
        body("/subject", subject);
        if (subject.length() > MAX_SUBJECT || subject.chars().anyMatch(Character::isISOControl)) {
            add("/subject", MailMessage.SUBJECT_NO_LINE.with(MAX_SUBJECT));
        }
    }

    private void body(String pointer, String text) {
        if (text.isBlank()) {
            add(pointer, MailMessage.NO_WORDS.with());
        }
        length(pointer, text, MAX_TEXT);
        names(pointer, text);
        if (BRACE.matcher(ARGUMENT.matcher(text).replaceAll("")).find()) {
            add(pointer, MailMessage.LOOSE_BRACE.with());
        }
    }

    private void length(String pointer, String text, int most) {
        if (text.length() > most) {
            add(pointer, MailMessage.TOO_LONG.with(most));
        }
    }

    private void names(String pointer, String text) {
        Set<String> unknown = ARGUMENT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !arguments.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unknown.isEmpty()) {
            add(
                    pointer,
                    MailMessage.UNKNOWN_ARGUMENTS.with(
                            String.join(", ", unknown), String.join(", ", new TreeSet<>(arguments))));
        }
    }

    private void add(String pointer, Message fault) {
        faults.add(FieldError.of(pointer, fault));
    }
}
