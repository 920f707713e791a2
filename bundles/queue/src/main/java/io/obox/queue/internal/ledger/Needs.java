package io.obox.queue.internal.ledger;

import io.obox.job.Place;
import io.obox.message.Message;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The places that a job needs, as the ledger keeps them: jobs with the same needs wait in the same lines.
 *
 * @param keys one a line, sorted; empty where any node can run the job
 * @param labels what people call them, each a message with a text of one line
 */
public record Needs(String keys, List<Message> labels) {
    /** Of a job that any node can run. */
    public static final Needs NONE = new Needs("", List.of());

    private static final String SEPARATOR = "\n";

    static Needs of(List<Place> places) {
        List<Place> sorted = places.stream()
                .distinct()
                .sorted(Comparator.comparing(Place::key))
                .toList();
        return sorted.isEmpty()
                ? NONE
                : new Needs(
                        sorted.stream().map(Place::key).collect(Collectors.joining(SEPARATOR)),
                        sorted.stream().map(Place::message).toList());
    }

    /** As the columns of a row have them. */
    static Needs read(ResultSet row, StoredMessage messages) throws SQLException {
        String keys = row.getString("place");
        if (keys.isEmpty()) {
            return NONE;
        }
        List<String> texts = list(row.getString("place_label"));
        Array documents = row.getArray("place_message");
        @Nullable String[] written = documents == null ? new String[0] : (String[]) documents.getArray();
        List<Message> labels = IntStream.range(0, texts.size())
                .mapToObj(at -> messages.read(texts.get(at), at < written.length ? written[at] : null))
                .toList();
        return new Needs(keys, labels);
    }

    /** The texts of the labels, one a line. */
    String texts() {
        return labels.stream().map(Message::text).collect(Collectors.joining(SEPARATOR));
    }

    /** What the texts are made of, in the same order; null where that is known of none. */
    @Nullable
    String @Nullable [] documents(StoredMessage messages) {
        @Nullable String[] documents = labels.stream().map(messages::write).toArray(String[]::new);
        return Arrays.stream(documents).allMatch(Objects::isNull) ? null : documents;
    }

    /** Whether any node can run the job. */
    boolean none() {
        return keys.isEmpty();
    }

    /** Whether a node that reaches these places can run the job. */
    public boolean metBy(Set<String> reached) {
        return none() || reached.containsAll(list(keys));
    }

    /** What people call the places that none of these nodes reaches; all of them where no single node reaches all. */
    List<Message> missing(List<Set<String>> nodes) {
        List<String> each = list(keys);
        List<Message> missing = each.stream()
                .filter(key -> nodes.stream().noneMatch(reached -> reached.contains(key)))
                .map(key -> labels.get(each.indexOf(key)))
                .toList();
        return missing.isEmpty() ? labels : missing;
    }

    private static List<String> list(String lines) {
        return List.of(lines.split(SEPARATOR, -1));
    }
}
