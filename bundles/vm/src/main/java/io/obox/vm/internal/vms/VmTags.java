package io.obox.vm.internal.vms;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.user.Caller;
import io.obox.vm.TagCount;
import io.obox.vm.internal.search.Condition;
import io.obox.vm.internal.search.Relations;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tags that VMs have, as a tree. */
@Component(service = VmTags.class)
public final class VmTags {
    /** More than anybody looks through. */
    private static final int MAX = 2_000;

    /** In the order of a tree: a slash comes before anything else that a tag can have. */
    private static final String COUNT = """
            select tag, count(*) as vms, count(*) filter (where tag = any (string_to_array(v.tags, chr(10)))) as exact
            from vm v, unnest(v.tag_tree) as tag
            where %s
            group by tag order by replace(tag, '/', ' ') collate "C" limit %d""";

    private final Transactions transactions;

    /** On the bundle's own tables. */
    @Activate
    public VmTags(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    List<TagCount> seenBy(Caller caller) {
        Condition seen = Relations.visible(caller.visibility());
        Sql count = new Sql(COUNT.formatted(seen.sql(), MAX));
        return transactions.sql(connection -> count.<TagCount>query(
                connection,
                row -> new CountedTag(row.getString("tag"), row.getLong("vms"), row.getLong("exact")),
                seen.values().toArray()));
    }
}
