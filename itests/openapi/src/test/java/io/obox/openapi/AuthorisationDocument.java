package io.obox.openapi;

import io.obox.user.access.Access;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The matrix of rights as people read it, and as the tests of the booted product do. */
final class AuthorisationDocument {
    private static final String HEAD = """
            # Who may do what

            Written from what each operation declares (`@Access`, [ADR 44](adr/044-access-is-declared-beside-the-code.md)); the booted product is
            held against every cell (`MatrixTest`). To write it again: `./mvnw -pl itests/openapi -am verify -Dauthorisation.write=true`.

            `yes`: served, as far as it lies with the caller's rights. `401`: `unauthenticated`. `403`: `forbidden`. `404`: what one may not see is not
            found. `403 address`: `email-unverified`. `403 password`: `password-change-required`. Lists, searches and counts show nothing but what
            the caller may see (`SeparationTest`).

            Whose things: `NOBODYS` the same for all, `OWN` the caller's own, `SHARED` also what others share, `VISIBLE` also everybody's for
            administrators. A scope of `-` is for no API token.

            The callers:

            """;

    private AuthorisationDocument() {}

    /** From the declarations by method and path. */
    static String of(Map<String, Access> declared, Map<String, String> ids) {
        return HEAD
                + Arrays.stream(Caller.values())
                        .map(caller -> "- **" + caller.column() + "**: " + caller.meaning() + "\n")
                        .collect(Collectors.joining())
                + "\n"
                + header()
                + new TreeMap<>(declared)
                        .entrySet().stream()
                                .map(entry ->
                                        row(entry.getKey(), ids.getOrDefault(entry.getKey(), ""), entry.getValue()))
                                .collect(Collectors.joining());
    }

    private static String header() {
        Stream<String> columns = Stream.concat(
                Stream.of("operation", "id", "to", "whose", "scope"),
                Arrays.stream(Caller.values()).map(Caller::column));
        return line(columns) + "|" + "---|".repeat(5 + Caller.values().length) + "\n";
    }

    private static String row(String operation, String id, Access access) {
        Expectation expectation = new Expectation(access, operation.contains("{"));
        return line(Stream.concat(
                Stream.of(
                        operation,
                        id,
                        access.to().name(),
                        access.whose().name(),
                        access.scope().isEmpty() ? "-" : access.scope()),
                Arrays.stream(Caller.values()).map(expectation::of)));
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
