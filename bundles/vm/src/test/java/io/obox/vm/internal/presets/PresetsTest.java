package io.obox.vm.internal.presets;

import static io.obox.vm.internal.kit.Refusals.faults;
import static io.obox.vm.internal.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.version.ExpectedVersion;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.presets.Presets.Asked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresetsTest {
    private VmKit kit;
    private Presets presets;

    @BeforeEach
    void setUp() {
        kit = new VmKit();
        presets = new Presets(kit.transactions, new PresetTable(kit.transactions));
    }

    @AfterEach
    void takeAwayWhatWasAdded() {
        kit.transactions.sql(connection ->
                connection.createStatement().executeUpdate("delete from vm_preset where name like 'p-%'"));
    }

    @Test
    void someAreThereFromTheBeginningTheSmallestFirst() {
        assertThat(presets.all()).extracting(Preset::name).containsExactly("small", "medium", "large", "xlarge");
    }

    @Test
    void anAdministratorAddsReplacesAndTakesAway() {
        assertThat(put("p-db", new Asked(2, 32_768, 200))).isEqualTo(new Preset("p-db", 2, 32_768, 200, 1));
        put("p-db", new Asked(4, 128, 100));

        assertThat(presets.all()).hasSize(5).first().isEqualTo(new Preset("p-db", 4, 128, 100, 2));

        presets.remove(VmKit.ADMIN, "p-db", ExpectedVersion.UNSTATED);
        assertThat(presets.all()).hasSize(4);
        refused("not-found", () -> presets.remove(VmKit.ADMIN, "p-db", ExpectedVersion.UNSTATED));
    }

    @Test
    void nobodyElseChangesThem() {
        refused("forbidden", () -> presets.put(VmKit.ANN, "p-db", new Asked(2, 2_048, 20), ExpectedVersion.UNSTATED));
        refused("forbidden", () -> presets.remove(VmKit.ANN, "small", ExpectedVersion.UNSTATED));
        assertThat(presets.all()).hasSize(4);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(faults(() -> put("P db", new Asked(0, null, 20_000))))
                .containsExactly("/name", "/vcpus", "/memoryMib", "/diskGib");
    }

    @Test
    void thereIsAnEndToThem() {
        for (int i = presets.all().size(); i < PresetTable.MAX; i++) {
            put("p-" + i, new Asked(1, 512, 4));
        }

        refused("conflict", () -> put("p-more", new Asked(1, 512, 4)));
        assertThat(put("p-50", new Asked(1, 512, 8)).diskGib()).isEqualTo(8);
    }

    @Test
    void aChangeIsMadeToTheVersionItIsMeantFor() {
        ExpectedVersion first =
                ExpectedVersion.of(put("p-db", new Asked(1, 512, 4)).version());
        put("p-db", new Asked(2, 512, 4));

        refused("precondition-failed", () -> presets.put(VmKit.ADMIN, "p-db", new Asked(3, 512, 4), first));
        refused("precondition-failed", () -> presets.remove(VmKit.ADMIN, "p-db", first));
        refused("not-found", () -> presets.put(VmKit.ADMIN, "p-none", new Asked(3, 512, 4), first));
        assertThat(presets.put(VmKit.ADMIN, "p-db", new Asked(3, 512, 4), ExpectedVersion.of(2))
                        .version())
                .isEqualTo(3);
        presets.remove(VmKit.ADMIN, "p-db", ExpectedVersion.of(3));
    }

    private Preset put(String name, Asked asked) {
        return presets.put(VmKit.ADMIN, name, asked, ExpectedVersion.UNSTATED);
    }
}
