package io.obox.vm.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.user.Caller;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.store.SnapshotCache;
import io.obox.vm.internal.vms.VmDocument;
import io.obox.vm.internal.vms.VmService;
import io.obox.vm.internal.vms.VmTags;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VmResourceTest {
    private VmKit kit;
    private VmService vms;
    private VmResource resource;

    @BeforeEach
    void setUp() {
        kit = new VmKit();
        vms = kit.vms();
        resource = new VmResource(vms, new SnapshotCache(kit.transactions));
    }

    @Test
    void nobodyIsShownTheListThatIsKeptForAnother() {
        vms.create(VmKit.ANN, kit.small("of-ann"));
        vms.create(VmKit.BOB, kit.small("of-bob"));

        // each finds what all who asked before have left in the cache
        for (int round = 0; round < 2; round++) {
            assertThat(names(VmKit.ADMIN)).containsExactlyInAnyOrder("of-ann", "of-bob");
            assertThat(names(VmKit.ANN)).containsExactly("of-ann");
            assertThat(names(VmKit.BOB)).containsExactly("of-bob");
        }
        assertThat(names(VmKit.ANN, VmKit.BOB.userId().toString())).isEmpty();
        assertThat(names(VmKit.BOB, VmKit.BOB.userId().toString())).containsExactly("of-bob");
    }

    @Test
    void tagsAreCountedOnceForAllWhoSeeTheSameVms() {
        VmTags tags = new VmTags(kit.transactions);
        TagResource shown = new TagResource(tags, new SnapshotCache(kit.transactions));

        Object first = shown.list(null, security(VmKit.ANN), providers()).getEntity();

        assertThat(shown.list(null, security(VmKit.ANN), providers()).getEntity())
                .isSameAs(first);
        assertThat(shown.list(null, security(VmKit.BOB), providers()).getEntity())
                .isNotSameAs(first);
        vms.create(VmKit.ANN, kit.small("of-ann"));
        assertThat(shown.list(null, security(VmKit.ANN), providers()).getEntity())
                .isNotSameAs(first);
    }

    private List<String> names(Caller caller) {
        return names(caller, null);
    }

    private List<String> names(Caller caller, @Nullable String owner) {
        byte[] document = (byte[])
                resource.list(null, null, null, owner, null, null, null, null, null, security(caller), providers())
                        .getEntity();
        return new String(document, StandardCharsets.UTF_8).lines().toList();
    }

    private static SecurityContext security(Caller caller) {
        return (SecurityContext) Proxy.newProxyInstance(
                VmResourceTest.class.getClassLoader(),
                new Class<?>[] {SecurityContext.class},
                (proxy, method, arguments) -> method.getName().equals("getUserPrincipal") ? caller : null);
    }

    private static Providers providers() {
        return (Providers) Proxy.newProxyInstance(
                VmResourceTest.class.getClassLoader(),
                new Class<?>[] {Providers.class},
                (proxy, method, arguments) -> method.getName().equals("getMessageBodyWriter") ? new Names() : null);
    }

    /** Writes a page of VMs as their names, one a line. */
    private record Names() implements MessageBodyWriter<Object> {
        @Override
        public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
            return true;
        }

        @Override
        public void writeTo(
                Object page,
                Class<?> type,
                Type generic,
                Annotation[] annotations,
                MediaType media,
                MultivaluedMap<String, Object> headers,
                OutputStream out)
                throws IOException {
            String names = page instanceof VmPageDocument vms
                    ? vms.items().stream().map(VmDocument::name).collect(Collectors.joining("\n"))
                    : page.toString();
            out.write(names.getBytes(StandardCharsets.UTF_8));
        }
    }
}
