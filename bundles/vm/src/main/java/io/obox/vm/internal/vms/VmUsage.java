package io.obox.vm.internal.vms;

import io.obox.host.Capacity;
import io.obox.host.placement.Placement;
import io.obox.message.Message;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Quota;
import io.obox.user.Quotas;
import io.obox.vm.internal.message.VmMessage;
import io.obox.vm.internal.message.VmProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * What the VMs of each owner add up to, counted in the transactions that make and remove them. The owner's row is held until
 * the commit, so that requests at the same moment can't exceed the quota together. It is always locked before a host's.
 */
@Component(service = VmUsage.class)
public final class VmUsage {
    private static final Sql GIVE_BACK = new Sql("""
            update vm_usage set vms = greatest(vms - 1, 0), vcpus = greatest(vcpus - ?, 0),
                memory_mib = greatest(memory_mib - ?, 0), disk_gib = greatest(disk_gib - ?, 0)
            where owner_id = ?""");
    private static final Sql GIVE_BACK_DISK =
            new Sql("update vm_usage set disk_gib = greatest(disk_gib - ?, 0) where owner_id = ?");
    private static final Sql TAKE_BACK = new Sql("""
            update vm_usage set vms = vms + 1, vcpus = vcpus + ?, memory_mib = memory_mib + ?
            where owner_id = ? and vms + 1 <= ? and vcpus + ? <= ? and memory_mib + ? <= ?""");
    private static final Sql OF = new Sql("select vms, vcpus, memory_mib, disk_gib from vm_usage where owner_id = ?");

    private static final Duration ROUND = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final VmRecount recount;
    private volatile Instant nextRound = Instant.EPOCH;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Quotas quotas;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Placement placement;

    /** What somebody has. */
    public record Amounts(long vms, long vcpus, long memoryMib, long diskGib) {
        static final Amounts NONE = new Amounts(0, 0, 0, 0);
    }

    /** On the bundle's own tables. */
    @Activate
    public VmUsage(@Reference Transactions transactions) {
        this.transactions = transactions;
        this.recount = new VmRecount(transactions);
    }

    /** What the owner's VMs add up to. */
    public Amounts of(UUID owner) {
        return transactions
                .sql(connection -> OF.first(
                        connection,
                        row -> new Amounts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                        owner))
                .orElse(Amounts.NONE);
    }

    /**
     * What the owner may have.
     *
     * @throws ProblemException {@code unavailable}
     */
    public Quota quota(UUID owner) {
        Quotas known = quotas;
        if (known == null) {
            throw new ProblemException(Problem.unavailable(VmMessage.QUOTAS_AWAY.with()));
        }
        return known.of(owner);
    }

    /**
     * Has a VM counted that is made in this transaction. Nobody is refused because of VMs that are no more: what the owner has
     * is counted again before that.
     *
     * @param counted counts the VM if the quota has room for it, and says whether it has
     * @throws ProblemException {@code quota-exceeded}, {@code unavailable}
     */
    void take(UUID owner, Capacity part, Predicate<Quota> counted) {
        Quota quota = quota(owner);
        boolean fits = shares(Amounts.NONE, 1, part, quota).noneMatch(Share::exceeded)
                && (counted.test(quota) || countedAgain(owner, () -> counted.test(quota)));
        if (!fits) {
            throw exceeded(of(owner), 1, part, quota);
        }
    }

    /**
     * Refuses several VMs before any of them is counted. Each is counted, and may still be refused, when it is {@linkplain #take taken}.
     *
     * @param parts what they add up to
     * @throws ProblemException {@code quota-exceeded}, {@code unavailable}
     */
    void requireRoom(UUID owner, int vms, Capacity parts) {
        Quota quota = quota(owner);
        if (shares(of(owner), vms, parts, quota).anyMatch(Share::exceeded)) {
            recount.of(owner);
            Amounts used = of(owner);
            if (shares(used, vms, parts, quota).anyMatch(Share::exceeded)) {
                throw exceeded(used, vms, parts, quota);
            }
        }
    }

    /** Counts a VM no more whose row is removed in this transaction. */
    public void giveBack(UUID owner, Capacity part) {
        transactions.sql(
                connection -> GIVE_BACK.update(connection, part.vcpus(), part.memoryMib(), part.diskGib(), owner));
    }

    /** Counts a disk no more that was the last of a VM in the bin. */
    void giveBackDisk(UUID owner, long diskGib) {
        transactions.sql(connection -> GIVE_BACK_DISK.update(connection, diskGib, owner));
    }

    /**
     * Counts a VM again that was in the bin, of which the disk always was.
     *
     * @throws ProblemException {@code quota-exceeded}, {@code unavailable}
     */
    void takeBack(UUID owner, Capacity part) {
        take(owner, new Capacity(part.vcpus(), part.memoryMib(), 0), quota -> takenBack(owner, part, quota));
    }

    private boolean takenBack(UUID owner, Capacity part, Quota quota) {
        return transactions.sql(connection -> TAKE_BACK.update(
                        connection,
                        part.vcpus(),
                        part.memoryMib(),
                        owner,
                        quota.vms(),
                        part.vcpus(),
                        quota.vcpus(),
                        part.memoryMib(),
                        quota.memoryMib()))
                > 0;
    }

    /** Corrects what is counted wrong, if that was not done a moment ago. Not within a transaction. */
    public void correct() {
        Instant now = Instant.now();
        if (now.isAfter(nextRound)) {
            nextRound = now.plus(ROUND);
            recount.ofAll();
            placement.recount(recount::byHost);
        }
    }

    private boolean countedAgain(UUID owner, BooleanSupplier counted) {
        recount.of(owner);
        return counted.getAsBoolean();
    }

    private static ProblemException exceeded(Amounts used, int vms, Capacity part, Quota quota) {
        return new ProblemException(VmProblem.QUOTA_EXCEEDED
                .of(VmMessage.QUOTA_EXCEEDED.with(excess(used, vms, part, quota)))
                .withRemedy(VmMessage.REDUCE_OR_ASK.with()));
    }

    /** Of what there would be too much. */
    private static Message excess(Amounts used, int vms, Capacity part, Quota quota) {
        return shares(used, vms, part, quota)
                .filter(Share::exceeded)
                .map(Share::message)
                .reduce(VmMessage.AND_MORE::with)
                .orElseGet(() -> VmMessage.VMS_USED.with(used.vms(), quota.vms(), vms));
    }

    private static Stream<Share> shares(Amounts used, int vms, Capacity part, Quota quota) {
        return Stream.of(
                new Share(VmMessage.VMS_USED, used.vms(), vms, quota.vms()),
                new Share(VmMessage.VCPUS_USED, used.vcpus(), part.vcpus(), quota.vcpus()),
                new Share(VmMessage.MEMORY_USED, used.memoryMib(), part.memoryMib(), quota.memoryMib()),
                new Share(VmMessage.DISK_USED, used.diskGib(), part.diskGib(), quota.diskGib()));
    }

    private record Share(VmMessage what, long used, long asked, long limit) {
        boolean exceeded() {
            return used + asked > limit;
        }

        Message message() {
            return what.with(used, limit, asked);
        }
    }
}
