package io.obox.platform.internal.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

final class StandingTest {
    private static final String NAME = "org.example.one";

    @TempDir
    Path folder;

    private Standing standing;
    private Bundle shipped;

    @BeforeEach
    void ship() throws Exception {
        Path jar = Files.writeString(folder.resolve("one.jar"), "one");
        shipped = at(jar.toUri().toString());
        standing = new Standing(folder, folder);
    }

    @Test
    void whatStandsIsKnownByItsDigest() throws Exception {
        standing.put(build("two"), shipped);

        assertThat(standing.is(NAME, "two")).isTrue();
        assertThat(standing.is(NAME, "tw")).isFalse();
        assertThat(standing.digests()).isEqualTo(Map.of(NAME, "two"));
        assertThat(new Standing(folder, folder).digests()).isEqualTo(Map.of(NAME, "two"));
    }

    @Test
    void aLineIsStruckOutWhereAnotherBuildServes() throws Exception {
        standing.put(build("two"), shipped);
        standing.strikeOther(at("replaced:two"));
        assertThat(standing.is(NAME, "two")).isTrue();

        standing.strikeOther(shipped);
        assertThat(standing.digests()).isEmpty();
    }

    private BundleJar build(String digest) {
        return new BundleJar(folder.resolve(digest + ".jar"), digest, NAME, Version.parseVersion("2"));
    }

    private static Bundle at(String location) {
        return (Bundle) Proxy.newProxyInstance(
                Bundle.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (self, method, arguments) -> method.getName().equals("getLocation") ? location : NAME);
    }
}
