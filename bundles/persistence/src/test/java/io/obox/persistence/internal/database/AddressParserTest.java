package io.obox.persistence.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.persistence.DatabaseAddress;
import org.junit.jupiter.api.Test;

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
}
