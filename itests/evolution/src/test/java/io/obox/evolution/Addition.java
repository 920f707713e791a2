package io.obox.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a later version may do to a type of the API: it gets one more attribute. */
final class Addition {
    static final String NAME = "addedLater";

    private static final Pattern BUILDER = Pattern.compile("\n    public static final class Builder \\{\n");
    private static final String SETTER = "        private String %1$s = \"\";\n".formatted(NAME)
            + "        public Builder %1$s(String value) { %1$s = value; return this; }\n".formatted(NAME);
    private static final Pattern RECORD = Pattern.compile("\npublic record (\\w+)\\(");

    private Addition() {}

    /** The source of a type, with the attribute. */
    static String to(String source) {
        Matcher head = RECORD.matcher(source);
        if (head.find()) {
            return toRecord(source, head);
        }
        Matcher builder = BUILDER.matcher(source);
        if (builder.find()) {
            return atEnd(
                    builder.replaceFirst("$0" + Matcher.quoteReplacement(SETTER)),
                    "    public String " + NAME + "() { return \"\"; }\n");
        }
        boolean isInterface = source.contains("\npublic interface ");
        return atEnd(
                source,
                isInterface ? "    String " + NAME + "();\n" : "    public String " + NAME + "() { return \"\"; }\n");
    }

    /** A record keeps the constructor that it had. */
    private static String toRecord(String source, Matcher head) {
        int end = closing(source, head.end());
        String before = source.substring(head.end(), end);
        String names = components(before).stream()
                .map(component -> component.substring(component.lastIndexOf(' ') + 1))
                .collect(Collectors.joining(", "));
        String longer = source.substring(0, end) + ", String " + NAME + source.substring(end);
        return atEnd(longer, "    public %s(%s) { this(%s, \"\"); }\n".formatted(head.group(1), before.strip(), names));
    }

    private static String atEnd(String source, String member) {
        int end = source.lastIndexOf('}');
        return source.substring(0, end) + "\n" + member + source.substring(end);
    }

    private static int closing(String source, int from) {
        int depth = 1;
        for (int i = from; ; i++) {
            depth += source.charAt(i) == '(' ? 1 : source.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
    }

    private static List<String> components(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '<' || c == '(' ? 1 : c == '>' || c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin).strip());
        return parts;
    }
}
