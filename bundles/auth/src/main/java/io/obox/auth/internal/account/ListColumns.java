package io.obox.auth.internal.account;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Columns of lists as one text: a line for each list, its name and then its columns, with spaces between. */
final class ListColumns {
    private ListColumns() {}

    static String text(Map<String, List<String>> columns) {
        return new TreeMap<>(columns)
                .entrySet().stream()
                        .map(list -> list.getKey() + " " + String.join(" ", list.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    static Map<String, List<String>> of(String text) {
        Map<String, List<String>> columns = new TreeMap<>();
        text.lines()
                .map(line -> List.of(line.split(" ")))
                .forEach(words -> columns.put(words.getFirst(), words.subList(1, words.size())));
        return columns;
    }
}
