package io.obox.auth.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CookieNamesTest {
    private final SigningKey key = SigningKey.random();

    @Test
    void allNodesOfAnInstallationCallThemTheSame() {
        CookieNames here = new CookieNames(() -> key);
        CookieNames there = new CookieNames(() -> new SigningKey(key.id(), key.secret()));
        assertThat(here.access()).isEqualTo(there.access()).matches("obox_access_[0-9a-f]{8}");
        assertThat(here.refresh()).isEqualTo(there.refresh()).matches("obox_refresh_[0-9a-f]{8}");
    }

    @Test
    void anotherInstallationCallsThemOtherwise() {
        CookieNames here = new CookieNames(() -> key);
        CookieNames other = new CookieNames(SigningKey::random);
        assertThat(here.access()).isNotEqualTo(other.access());
        assertThat(here.refresh()).isNotEqualTo(other.refresh());
    }
}
