package io.obox.vm.internal.search;

import io.obox.message.Message;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.vm.internal.message.SearchMessage;
import java.util.ArrayList;
import java.util.List;

/** The text of a search, and how far it has been read. Of one thread. */
final class SearchText {
    /** The field of a request that has a search. */
    private static final String POINTER = "/q";

    private final String text;
    private int at;

    SearchText(String text) {
        this.text = text;
    }

    int position() {
        return at;
    }

    /** Steps over blanks; whether anything is left then. */
    boolean more() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    /** Whether a word begins here with this sign, which is stepped over. */
    boolean skip(char sign) {
        boolean there =
                at + 1 < text.length() && text.charAt(at) == sign && !Character.isWhitespace(text.charAt(at + 1));
        at += there ? 1 : 0;
        return there;
    }

    /** The letters that a colon or a tilde follows, which are stepped over; empty where a word stands alone. */
    String field() {
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        boolean named = end > at && end < text.length() && ":~".indexOf(text.charAt(end)) >= 0;
        String field = named ? text.substring(at, end) : "";
        at += field.length();
        return field;
    }

    /** The sign here, which is stepped over. */
    char sign() {
        return text.charAt(at++);
    }

    /** The values up to the next blank, with commas between them; none is empty. */
    List<String> values() {
        List<String> values = new ArrayList<>();
        do {
            values.add(value(","));
        } while (at < text.length() && text.charAt(at) == ',' && ++at > 0);
        return values;
    }

    /** The text in quotes, or what there is up to a blank or one of these signs; not empty. */
    String value(String ends) {
        int begin = at;
        String value = at < text.length() && text.charAt(at) == '"' ? quoted() : plain(ends);
        if (value.isBlank()) {
            throw fault(begin, SearchMessage.VALUE_MISSING.with());
        }
        return value;
    }

    private String plain(String ends) {
        int begin = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(begin, at);
    }

    private String quoted() {
        int begin = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            boolean escaped = text.charAt(at) == '\\' && at + 1 < text.length();
            at += escaped ? 1 : 0;
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw fault(begin, SearchMessage.QUOTES_OPEN.with());
        }
        at++;
        return value.toString();
    }

    /** What is wrong, and where: characters are counted from 1. */
    static ProblemException fault(int position, Message what) {
        Message detail = SearchMessage.FAULT_AT.with(position + 1, what);
        return new ProblemException(
                Problem.validation(List.of(FieldError.of(POINTER, detail))).withRemedy(SearchMessage.HOW_TO.with()));
    }
}
