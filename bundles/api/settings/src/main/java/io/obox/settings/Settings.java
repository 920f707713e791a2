package io.obox.settings;

import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What administrators set for all nodes: bundles' settings that are marked by {@link AdminSettings}. A value that is set here
 * lies on top of what a node says by its environment and files. Thread-safe; every fault is a
 * {@link io.obox.problem.ProblemException}, {@code forbidden} unless the caller is an administrator.
 */
@ProviderType
public interface Settings {
    /** All groups, by their PIDs. */
    List<SettingGroup> list(Caller caller);

    /** One group; {@code not-found} if no bundle that is installed has it. */
    SettingGroup get(Caller caller, String pid);

    /**
     * Changes values of a group, all or none. On this node they take effect at once, on the others within seconds.
     *
     * @param values texts, whole numbers and truth values by the settings' names; null to have again what each node says
     * @return the group as it is then; {@code validation} for values that can't be, {@code precondition-failed}
     */
    SettingGroup change(Caller caller, String pid, Map<String, @Nullable Object> values, ExpectedVersion expected);
}
