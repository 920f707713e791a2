package io.obox.persistence.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.persistence.DatabaseAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressParserTest {
    @Test
    void roleAndPasswordAreTakenOutOfTheAddress() {
        assertThat(AddressParser.parse("postgresql://obox:p%40ss%3Aword+@db:5433/vms?sslmode=require", "", ""))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://db:5433/vms?sslmode=require", "obox", "p@ss:word+"));
    }

    @Test
    void aJdbcAddressKeepsRoleAndPasswordBesideIt() {
        assertThat(AddressParser.parse(" jdbc:postgresql://db/vms ", "obox", "secret"))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/vms", "obox", "secret"));
    }

    @Test
    void theShortSchemeAndAPasswordBesideTheAddressAreUnderstood() {
        assertThat(AddressParser.parse("postgres://obox@db/vms", "", "secret"))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/vms", "obox", "secret"));
    }

    @Test
    void anAtSignBehindTheHostIsNoLogin() {
        assertThat(AddressParser.parse("postgresql://db/vms?options=a@b", "obox", ""))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/vms?options=a@b", "obox", ""));
    }

    @Test
    void anotherDatabaseIsRefusedWithoutShowingTheAddress() {
        assertThatThrownBy(() -> AddressParser.parse("mysql://root:secret@db/vms", "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DATABASE_URL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void ofSeveralHostsThePrimaryIsUsed() {
        assertThat(AddressParser.parse("postgresql://obox:secret@one:5433,two,[::1]:5434/vms", "", ""))
                .isEqualTo(new DatabaseAddress(
                        "jdbc:postgresql://one:5433,two,[::1]:5434/vms?targetServerType=primary", "obox", "secret"));
        assertThat(AddressParser.parse("jdbc:postgresql://one,two/vms?sslmode=require", "obox", "secret"))
                .isEqualTo(new DatabaseAddress(
                        "jdbc:postgresql://one,two/vms?sslmode=require&targetServerType=primary", "obox", "secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"targetServerType=primary", "targetServerType=any&sslmode=require"})
    void whatTheAddressSaysOfThePrimaryStays(String option) {
        assertThat(AddressParser.parse("postgresql://one,two/vms?" + option, "obox", ""))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://one,two/vms?" + option, "obox", ""));
    }

    @Test
    void theWordsOfLibpqForThePrimaryAreUnderstood() {
        assertThat(AddressParser.parse("postgresql://one,two/vms?target_session_attrs=read-write&a=b", "obox", ""))
                .isEqualTo(
                        new DatabaseAddress("jdbc:postgresql://one,two/vms?targetServerType=primary&a=b", "obox", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://obox:secret@one:5432,two:5432",
                "postgresql://obox:secret@one:port,two/vms",
                "postgresql://obox:secret@one:70000/vms",
                "postgresql://obox:secret@one,,two/vms",
                "postgresql://obox:secret@one, two/vms",
                "postgresql://obox:secret@one,two/vms?targetServerType=secondary"
            })
    void anAddressThatCannotBeRightIsRefusedWithoutShowingIt(String url) {
        assertThatThrownBy(() -> AddressParser.parse(url, "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DATABASE_URL")
                .hasMessageNotContaining("secret@");
    }

    @Test
    void messagesShowHostsAndPortsAndNothingElse() {
        DatabaseAddress address = AddressParser.parse("postgresql://one:5433,two/vms?password=secret", "obox", "");

        assertThat(AddressParser.shown(address)).isEqualTo("one:5433, two:5432");
    }
}
