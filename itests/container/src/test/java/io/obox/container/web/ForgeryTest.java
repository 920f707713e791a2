package io.obox.container.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import org.junit.Test;
import org.osgi.framework.BundleException;

/** A plugin has no way of its own to a caller. */
public class ForgeryTest extends WebTest {
    @Test
    public void noOtherBundleThanTheAuthenticatingOneIssuesCallers() {
        assertThatThrownBy(() -> CallerIssuer.of(MethodHandles.lookup())).isInstanceOf(SecurityException.class);
    }

    @Test
    public void itDoesNotHelpToNameAClassOfThatBundle() throws ClassNotFoundException, BundleException {
        Class<?> theirs = Arrays.stream(context.getBundles())
                .filter(bundle -> "io.obox.auth".equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow()
                .loadClass(FakeLogin.class.getName());

        assertThatThrownBy(() -> CallerIssuer.of(MethodHandles.lookup().in(theirs)))
                .isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> CallerIssuer.of(MethodHandles.publicLookup().in(theirs)))
                .isInstanceOf(SecurityException.class);
    }

    @Test
    public void aCallerHasNoPublicConstructor() {
        assertThat(Caller.class.getConstructors()).isEmpty();
        assertThat(CallerIssuer.class.getConstructors()).isEmpty();
        assertThat(CallerIssuer.Draft.class.getConstructors()).isEmpty();
    }
}
