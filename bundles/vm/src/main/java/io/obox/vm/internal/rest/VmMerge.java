package io.obox.vm.internal.rest;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.obox.problem.FieldValues;
import io.obox.vm.VmPatch;
import io.obox.vm.internal.message.VmFieldMessage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A merge patch (RFC 7396) of a VM: what it does not name stays, what it names as null is taken away. */
public final class VmMerge {
    private @Nullable String name;
    private @Nullable List<String> tags;
    private @Nullable Boolean isProtected;

    /** Sets another name, which can't be taken away. */
    @JsonSetter
    public void setName(@Nullable String name) {
        if (name == null) {
            throw FieldValues.refused("/name", VmFieldMessage.NAME_NEEDED.with());
        }
        this.name = name;
    }

    /** Sets other tags, or none. */
    @JsonSetter
    public void setTags(@Nullable List<String> tags) {
        this.tags = Objects.requireNonNullElse(tags, List.of());
    }

    /** Sets whether it is not to be deleted; it is not protected where that is taken away. */
    @JsonSetter
    public void setProtected(@Nullable Boolean kept) {
        this.isProtected = Objects.requireNonNullElse(kept, false);
    }

    VmPatch patch() {
        return VmPatch.builder().name(name).tags(tags).isProtected(isProtected).build();
    }
}
