package io.obox.product.authorisation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A row of the printed matrix.
 *
 * @param path with the names of what it takes in braces
 * @param scope that a token needs, or {@code -}
 * @param expected what each caller is to get
 */
record Operation(String method, String path, String id, String to, String scope, Map<String, String> expected) {
    private static final Path PRINTED = Path.of("../../docs/authorisation.md");
    private static final int FIRST_CALLER = 5;

    private static final List<String> ALL_SCOPES = Stream.of(
                    "vms", "jobs", "images", "hosts", "profile", "events", "users", "mails", "audit", "settings")
            .flatMap(resource -> Stream.of(resource + ":read", resource + ":write"))
            .toList();

    /** All that are printed. */
    static List<Operation> printed() throws IOException {
        List<String[]> rows = Files.readAllLines(PRINTED).stream()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.substring(2, line.length() - 2).split(" \\| "))
                .toList();
        String[] header = rows.getFirst();
        return rows.stream().skip(1).map(row -> of(header, row)).toList();
    }

    private static Operation of(String[] header, String[] row) {
        String[] operation = row[0].split(" ");
        Map<String, String> expected = new LinkedHashMap<>();
        for (int i = FIRST_CALLER; i < row.length; i++) {
            expected.put(header[i], row[i]);
        }
        return new Operation(operation[0], "/api" + operation[1], row[1], row[2], row[4], expected);
    }

    /** Whether a token of whom it serves is one of an administrator. */
    boolean isAdministrative() {
        return to.equals("ADMINS");
    }

    /** Whether it can be done to a thing once. */
    boolean usesUp() {
        return !method.equals("GET") && !method.equals("PATCH");
    }

    /** The path with this in place of what it names. */
    String at(String id) {
        return path.replace("{language}", "en").replaceAll("\\{\\w+}", id);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    /** Scopes of an API token that is good for it. */
    List<String> scopes() {
        return scope.equals("-") ? ALL_SCOPES : List.of(scope);
    }

    /** Every scope that is not good for it. */
    List<String> otherScopes() {
        String resource = scope.substring(0, Math.max(scope.indexOf(':'), 0));
        return ALL_SCOPES.stream()
                .filter(other -> !other.equals(scope) && !other.equals(resource + ":write"))
                .toList();
    }
}
