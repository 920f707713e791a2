package io.obox.mail.internal.words;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A mail's text and its HTML, put together. May hold credentials. */
public record Letter(String text, String html) {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)}");
    private static final Pattern GAP = Pattern.compile("\\n\\s*\\n");

    /** Of a mail in a language. */
    public static Letter of(Content content, String subject, Locale locale, Site site) {
        UnaryOperator<String> plain = name -> content.value(name, locale, site);
        String body = content.html() == null
                ? paragraphs(content, plain)
                : filled(content.html(), name -> escaped(plain.apply(name)));
        return new Letter(filled(content.text(), plain).strip() + "\n", document(subject, locale, body));
    }

    /** A subject with its arguments, of which none is a link. */
    static String subject(String pattern, Content content, Locale locale, Site site) {
        return Lines.one(
                filled(pattern, name -> content.links().containsKey(name) ? "" : content.value(name, locale, site)));
    }

    private static String filled(String pattern, Function<String, String> value) {
        return ARGUMENT.matcher(pattern).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }

    /** Words are escaped before arguments are put in, so that nothing is taken for the other. */
    private static String paragraphs(Content content, UnaryOperator<String> plain) {
        Function<String, String> argument = name -> {
            String value = escaped(plain.apply(name));
            return content.links().containsKey(name) ? "<a href=\"" + value + "\">" + value + "</a>" : value;
        };
        return Stream.of(GAP.split(content.text().strip()))
                .map(paragraph -> filled(escaped(paragraph.strip()), argument).replace("\n", "<br>\n"))
                .map(paragraph -> "<p>" + paragraph + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String document(String subject, Locale locale, String body) {
        return """
            <!DOCTYPE html>
            <html lang="%s">
            <head><meta charset="utf-8"><title>%s</title></head>
            <body style="font-family: sans-serif; line-height: 1.5; max-width: 40em">
            %s
            </body>
            </html>
            """.formatted(escaped(locale.toLanguageTag()), escaped(subject), body);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
