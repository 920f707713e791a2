package io.obox.vm.internal.vms;

import static io.obox.vm.internal.kit.Refusals.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import io.obox.vm.NewVm;
import io.obox.vm.TagCount;
import io.obox.vm.Vm;
import io.obox.vm.VmFilter;
import io.obox.vm.internal.kit.VmKit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags as a tree: {@code prod/web} is beneath {@code prod}. */
final class VmTagsTest {
    private final VmKit kit = new VmKit();
    private final VmService vms = kit.vms();

    @BeforeEach
    void haveSome() {
        created(VmKit.ANN, "web-1", "prod/web/eu", "prod/db");
        created(VmKit.ANN, "web-2", "prod", "prod-old");
        created(VmKit.BOB, "db", "prod/db", "lab");
    }

    @Test
    void eachTagComesWithThoseAboveItAndWithHowManyVmsAreBeneath() {
        assertThat(vms.tags(VmKit.ADMIN))
                .containsExactly(
                        new CountedTag("lab", 1, 1),
                        new CountedTag("prod", 3, 1),
                        new CountedTag("prod/db", 2, 2),
                        new CountedTag("prod/web", 1, 0),
                        new CountedTag("prod/web/eu", 1, 1),
                        new CountedTag("prod-old", 1, 1));
    }

    @Test
    void thosePastTheEndOfAPageAreOnTheNextOne() {
        kit.transactions.sql(connection -> connection.createStatement().executeUpdate("""
                update vm set tags = (select string_agg('t' || n, chr(10)) from generate_series(1, %d) as n)
                where name = 'db'""".formatted(VmTags.PAGE)));
        VmTags tags = new VmTags(kit.transactions);

        Page<TagCount> first = tags.page(VmKit.ADMIN, null);
        Page<TagCount> rest = tags.page(VmKit.ADMIN, first.nextCursor());

        assertThat(first.items()).hasSize(VmTags.PAGE);
        assertThat(rest.items()).hasSize(5);
        assertThat(rest.nextCursor()).isNull();
        assertThat(Stream.concat(first.items().stream(), rest.items().stream()))
                .containsExactlyElementsOf(vms.tags(VmKit.ADMIN));
    }

    @Test
    void nobodyCountsWhatHeDoesNotSee() {
        assertThat(vms.tags(VmKit.BOB)).extracting(TagCount::tag).containsExactly("lab", "prod", "prod/db");
    }

    @Test
    void aFilterByATagMeansTheTagItself() {
        assertThat(byTag("prod")).containsExactly("web-2");
        assertThat(byTag("PROD/db")).containsExactly("db", "web-1");
        assertThat(byTag("prod/")).containsExactly("db", "web-1");
        assertThat(byTag("prod/web")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/prod", "prod/", "prod//web", "prod/-web", "prod web", "=prod", ""})
    void aTagHasNoEmptyParts(String tag) {
        assertThat(faults(() -> created(VmKit.ANN, "vm", tag))).containsExactly("/tags/0");
    }

    private void created(Caller owner, String name, String... tags) {
        vms.create(
                owner,
                NewVm.builder()
                        .name(name)
                        .imageId(kit.imageId)
                        .vcpus(1)
                        .memoryMib(64)
                        .diskGib(1)
                        .tags(List.of(tags))
                        .build());
    }

    private List<String> byTag(String tag) {
        return vms.list(VmKit.ADMIN, VmFilter.builder().tag(tag).build(), PageRequest.first()).items().stream()
                .map(Vm::name)
                .toList();
    }
}
