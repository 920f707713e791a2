package io.obox.vm.internal.vms;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.vm.NewVm;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What tells requests under the same idempotency key apart. */
final class VmAskedTest {
    @Test
    void everythingThatCanBeAskedForTellsRequestsApart() {
        assertThat(Arrays.stream(VmAsked.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(NewVm.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .filter(method -> method.getReturnType() != NewVm.Builder.class)
                        .map(Method::getName)
                        .toList());
    }
}
