package io.obox.vm.internal.vms;

import io.obox.page.Page;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.user.Caller;
import io.obox.vm.TagCount;
import io.obox.vm.internal.search.Condition;
import io.obox.vm.internal.search.Relations;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tags that VMs have, as a tree. */
@Component(service = VmTags.class)
public final class VmTags {
    /** More than anybody looks through. */
    static final int PAGE = 2_000;

    /** In the order of a tree: a slash comes before anything else that a tag can have. */
    private static final String COUNT = """
            select tag, count(*) as vms, count(*) filter (where tag = any (string_to_array(v.tags, chr(10)))) as exact
            from vm v, unnest(v.tag_tree) as tag
            where %s and replace(tag, '/', ' ') collate "C" > replace(?, '/', ' ')
            group by tag order by replace(tag, '/', ' ') collate "C" %s""";

    private final Transactions transactions;

    /** On the bundle's own tables. */
    @Activate
    public VmTags(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** All of them. */
    List<TagCount> seenBy(Caller caller) {
        return read(caller, "", "");
    }

    /**
     * A page of them.
     *
     * @param after the last tag of the page before, or null for the first one
     */
    public Page<TagCount> page(Caller caller, @Nullable String after) {
        List<TagCount> found = read(caller, after == null ? "" : after, "limit " + (PAGE + 1));
        boolean more = found.size() > PAGE;
        List<TagCount> shown = more ? found.subList(0, PAGE) : found;
        return new Page<>(shown, more ? shown.getLast().tag() : null);
    }

    private List<TagCount> read(Caller caller, String after, String limit) {
        Condition seen = Relations.visible(caller.visibility());
        Sql count = new Sql(COUNT.formatted(seen.sql(), limit));
        return transactions.sql(connection -> count.<TagCount>query(
                connection,
                row -> new CountedTag(row.getString("tag"), row.getLong("vms"), row.getLong("exact")),
                Stream.concat(seen.values().stream(), Stream.of(after)).toArray()));
    }
}
