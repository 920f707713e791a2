package io.obox.vm.internal.presets;

import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.problem.StandardProblem;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import io.obox.vm.internal.message.VmMessage;
import io.obox.vm.internal.vms.FieldErrors;
import io.obox.vm.internal.vms.VmChecks;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The presets: everybody sees them, administrators change them. */
@Component(service = Presets.class)
public final class Presets {
    private static final long NONE_YET = 0;

    private final Transactions transactions;
    private final PresetTable table;

    /** A preset as it is sent, of which anything may be missing. */
    public record Asked(
            @Nullable Integer vcpus,
            @Nullable Integer memoryMib,
            @Nullable Integer diskGib) {}

    /** Within the bundle. */
    @Activate
    public Presets(@Reference Transactions transactions, @Reference PresetTable table) {
        this.transactions = transactions;
        this.table = table;
    }

    /** All of them, the smallest first. */
    public List<Preset> all() {
        return table.all();
    }

    /**
     * Adds one, or has it replace the one of that name.
     *
     * @param expected the version of the one that is to be replaced
     * @throws ProblemException {@code forbidden}, {@code validation}, {@code precondition-failed}, {@code conflict} if there are too many
     */
    public Preset put(Caller caller, String name, Asked asked, ExpectedVersion expected) {
        requireAdmin(caller);
        FieldErrors errors = new FieldErrors();
        Preset preset = new Preset(
                VmChecks.name(name, errors),
                VmChecks.vcpus(asked.vcpus(), errors),
                VmChecks.memoryMib(asked.memoryMib(), errors),
                VmChecks.diskGib(asked.diskGib(), errors),
                NONE_YET);
        errors.throwIfAny();
        return transactions.call(entities -> {
            check(name, expected);
            return table.put(preset).orElseThrow(Presets::tooMany);
        });
    }

    /** One that is not there is of no version. */
    private void check(String name, ExpectedVersion expected) {
        if (expected.isStated()) {
            expected.check(table.locked(name).map(Preset::version).orElseThrow(Presets::notThere));
        }
    }

    private static ProblemException tooMany() {
        return new ProblemException(StandardProblem.CONFLICT
                .of(VmMessage.TOO_MANY_PRESETS.with(PresetTable.MAX))
                .withRemedy(VmMessage.DELETE_A_PRESET.with()));
    }

    private static ProblemException notThere() {
        return new ProblemException(Problem.notFound(VmMessage.NO_SUCH_PRESET.with()));
    }

    /**
     * Takes one away.
     *
     * @throws ProblemException {@code forbidden}, {@code not-found}, {@code precondition-failed}
     */
    public void remove(Caller caller, String name, ExpectedVersion expected) {
        requireAdmin(caller);
        boolean removed = transactions.call(entities -> {
            check(name, expected);
            return table.remove(name);
        });
        if (!removed) {
            throw notThere();
        }
    }

    private static void requireAdmin(Caller caller) {
        if (!caller.isAdmin()) {
            throw new ProblemException(Problem.forbidden(VmMessage.ADMINS_CHANGE_PRESETS.with()));
        }
    }
}
