package io.obox.vm.internal.presets;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.problem.StandardProblem;
import io.obox.user.Caller;
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
    private final PresetTable table;

    /** A preset as it is sent, of which anything may be missing. */
    public record Asked(
            @Nullable Integer vcpus,
            @Nullable Integer memoryMib,
            @Nullable Integer diskGib) {}

    /** Within the bundle. */
    @Activate
    public Presets(@Reference PresetTable table) {
        this.table = table;
    }

    /** All of them, the smallest first. */
    public List<Preset> all() {
        return table.all();
    }

    /**
     * Adds one, or has it replace the one of that name.
     *
     * @throws ProblemException {@code forbidden}, {@code validation}, {@code conflict} if there are too many
     */
    public Preset put(Caller caller, String name, Asked asked) {
        requireAdmin(caller);
        FieldErrors errors = new FieldErrors();
        Preset preset = new Preset(
                VmChecks.name(name, errors),
                VmChecks.vcpus(asked.vcpus(), errors),
                VmChecks.memoryMib(asked.memoryMib(), errors),
                VmChecks.diskGib(asked.diskGib(), errors));
        errors.throwIfAny();
        if (!table.put(preset)) {
            throw new ProblemException(StandardProblem.CONFLICT
                    .of(VmMessage.TOO_MANY_PRESETS.with(PresetTable.MAX))
                    .withRemedy(VmMessage.DELETE_A_PRESET.with()));
        }
        return preset;
    }

    /**
     * Takes one away.
     *
     * @throws ProblemException {@code forbidden}, {@code not-found}
     */
    public void remove(Caller caller, String name) {
        requireAdmin(caller);
        if (!table.remove(name)) {
            throw new ProblemException(Problem.notFound(VmMessage.NO_SUCH_PRESET.with()));
        }
    }

    private static void requireAdmin(Caller caller) {
        if (!caller.isAdmin()) {
            throw new ProblemException(Problem.forbidden(VmMessage.ADMINS_CHANGE_PRESETS.with()));
        }
    }
}
