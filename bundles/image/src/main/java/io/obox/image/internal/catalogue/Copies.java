package io.obox.image.internal.catalogue;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where the files of images are. Each holder, which is a folder of a node, speaks for itself alone. */
@Component(service = Copies.class)
public final class Copies {
    private static final Sql OF_HOLDER =
            new Sql("select path, image_id, size_bytes, modified_at from image_copy where holder = ?");

    private static final Sql PUT = new Sql("""
            insert into image_copy (holder, path, image_id, size_bytes, modified_at) values (?, ?, ?, ?, ?)
            on conflict (holder, path) do update set image_id = excluded.image_id, size_bytes = excluded.size_bytes,
                modified_at = excluded.modified_at""");

    private static final Sql REMOVE = new Sql("delete from image_copy where holder = ? and path = ?");

    private static final Sql ANY = new Sql("select 1 from image_copy where image_id = ? limit 1");

    private static final Sql HOLDERS = new Sql("select holder from image_copy where image_id = ? order by holder");

    private static final Sql ELSEWHERE =
            new Sql("select 1 from image_copy where image_id = ? and (holder, path) <> (?, ?) limit 1");

    /** Images of OBox 0.1.0, which kept no account of copies, are given time after the upgrade for their nodes to come. */
    private static final Sql NOWHERE = new Sql("""
            select id from image where state = 'READY' and accounted_since < now() - interval '1 hour'
                and not exists (select 1 from image_copy c where c.image_id = image.id)""");

    private static final Sql ONE_AT_A_TIME = new Sql("lock table image_copy in share row exclusive mode");

    private static final Sql SEEN = new Sql("""
            insert into image_holder (holder) values (?)
            on conflict (holder) do update set seen_at = now() where image_holder.seen_at < now() - interval '1 minute'
            returning xmax = 0 as fresh""");

    private static final Sql FORGET_GONE = new Sql("""
            with gone as (
                delete from image_holder where holder in (
                    select holder from image_holder where seen_at < now() - ? * interval '1 day'
                    order by seen_at limit ? for update skip locked)
                returning holder),
            forgotten as (delete from image_copy using gone where image_copy.holder = gone.holder)
            select count(*) from gone""");

    private final Transactions transactions;

    /** On the bundle's own tables. */
    @Activate
    public Copies(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** Runs the work in a transaction, while no other node writes of copies. */
    void exclusively(Runnable work) {
        transactions.call(entities -> {
            transactions.sql(connection -> ONE_AT_A_TIME.update(connection));
            work.run();
            return true;
        });
    }

    List<Copy> of(String holder) {
        return transactions.sql(connection -> OF_HOLDER.query(connection, Copies::read, holder));
    }

    Optional<Copy> find(String holder, String path) {
        return of(holder).stream().filter(copy -> copy.path().equals(path)).findFirst();
    }

    private static Copy read(ResultSet row) throws SQLException {
        return new Copy(
                row.getString("path"),
                Columns.id(row, "image_id"),
                row.getLong("size_bytes"),
                Columns.instant(row, "modified_at"));
    }

    void put(String holder, Copy copy) {
        transactions.sql(connection ->
                PUT.update(connection, holder, copy.path(), copy.imageId(), copy.sizeBytes(), copy.modifiedAt()));
    }

    void remove(String holder, String path) {
        transactions.sql(connection -> REMOVE.update(connection, holder, path));
    }

    /** Whether there is a copy of the image anywhere. */
    boolean any(UUID image) {
        return transactions.sql(
                connection -> ANY.first(connection, row -> true, image).isPresent());
    }

    /** The holders that have a copy of the image, in an order that stays. */
    List<String> holders(UUID image) {
        return transactions.sql(connection -> HOLDERS.query(connection, row -> row.getString("holder"), image));
    }

    /** Whether there is a copy of the image besides this one. */
    boolean elsewhere(UUID image, String holder, String path) {
        return transactions.sql(connection ->
                ELSEWHERE.first(connection, row -> true, image, holder, path).isPresent());
    }

    /** Images that are called ready although there is no copy of them. */
    List<UUID> nowhere() {
        return transactions.sql(connection -> NOWHERE.query(connection, row -> Columns.id(row, "id")));
    }

    /**
     * The holder is there.
     *
     * @return whether nothing was known of it, so that it has to enter all its copies
     */
    boolean seen(String holder) {
        return transactions.sql(connection ->
                SEEN.first(connection, row -> row.getBoolean("fresh"), holder).orElse(false));
    }

    /** Forgets holders that have not been there for so many days, with their copies; answers how many. */
    int forgetGone(int days, int limit) {
        return transactions.call(entities -> {
            transactions.sql(connection -> ONE_AT_A_TIME.update(connection));
            return transactions.sql(connection -> FORGET_GONE
                    .first(connection, row -> row.getInt(1), days, limit)
                    .orElse(0));
        });
    }
}
