package io.obox.persistence.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainReadTest {
    @ParameterizedTest
    @ValueSource(strings = {"SELECT id, format FROM image", "  select * from vm where name = 'x'", "\nselect 1"})
    void aSelectNeedsNoTransaction(String sql) {
        assertThat(PlainRead.matches(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from job for update skip locked",
                "select id from job\nFOR  NO KEY UPDATE",
                "select id into copy from job",
                "select pg_advisory_xact_lock(1)",
                "select set_config('a', 'b', true)",
                "with gone as (delete from job returning id) select * from gone",
                "insert into job values (1)",
                "update job set id = 2 returning id"
            })
    void whatWritesOrLocksNeedsOne(String sql) {
        assertThat(PlainRead.matches(sql)).isFalse();
    }
}
