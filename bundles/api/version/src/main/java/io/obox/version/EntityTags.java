package io.obox.version;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entity tags that a request names in {@code If-Match} or {@code If-None-Match} (RFC 9110, 13.1).
 *
 * @param any true for {@code *}, which stands for every tag
 * @param listed the tags as they came, in their quotes and with the mark of weak ones
 */
public record EntityTags(boolean any, List<String> listed) {
    private static final Pattern NEXT =
            Pattern.compile("\\G[ \\t]*((?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")[ \\t]*(?:,|$)");
    private static final String WEAK = "W/";

    /** Copies the list. */
    public EntityTags {
        listed = List.copyOf(listed);
    }

    /** Reads the value of a header. One that can't be read names no tag at all. */
    public static EntityTags parse(String header) {
        if (header.strip().equals("*")) {
            return new EntityTags(true, List.of());
        }
        List<String> tags = new ArrayList<>();
        int end = 0;
        for (Matcher next = NEXT.matcher(header); next.find(); end = next.end()) {
            tags.add(next.group(1));
        }
        return new EntityTags(false, end == header.length() ? tags : List.of());
    }

    /** Whether a tag is named, by the comparison of {@code If-Match}: weak ones never are. */
    public boolean nameExactly(String tag) {
        return any || !tag.startsWith(WEAK) && listed.contains(tag);
    }

    /** Whether a tag is named, by the comparison of {@code If-None-Match}: weak ones equal strong ones. */
    public boolean name(String tag) {
        String opaque = opaque(tag);
        return any || listed.stream().anyMatch(one -> opaque(one).equals(opaque));
    }

    private static String opaque(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }
}
