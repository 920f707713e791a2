package io.obox.persistence.internal.transaction;

import java.util.regex.Pattern;

/** Recognises statements that neither write nor lock, and so need no transaction around them. */
final class PlainRead {
    private static final Pattern NEEDS_TRANSACTION = Pattern.compile(
            "\\bfor\\s+(?:update|share|no\\s+key|key)\\b|\\binto\\b|\\bpg_|\\bset_config\\b", Pattern.CASE_INSENSITIVE);

    private PlainRead() {}

    static boolean matches(String sql) {
        int start = 0;
        while (start < sql.length() && Character.isWhitespace(sql.charAt(start))) {
            start++;
        }
        return sql.regionMatches(true, start, "select", 0, 6)
                && !NEEDS_TRANSACTION.matcher(sql).find(start);
    }
}
