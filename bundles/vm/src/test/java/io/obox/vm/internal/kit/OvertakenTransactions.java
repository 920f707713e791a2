package io.obox.vm.internal.kit;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.problem.ProblemException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Transactions in which something else happens after each statement. */
public record OvertakenTransactions(Transactions real, Runnable meanwhile) implements Transactions {
    @Override
    public <T extends @Nullable Object> T call(EntityWork<T> work) {
        return real.call(work);
    }

    @Override
    public <T extends @Nullable Object> T sql(SqlWork<T> work) {
        T result = real.sql(work);
        meanwhile.run();
        return result;
    }

    @Override
    public Transactions independent() {
        return real.independent();
    }

    @Override
    public void afterCommit(Runnable action) {
        real.afterCommit(action);
    }

    @Override
    public void releaseLocksEarly() {
        real.releaseLocksEarly();
    }

    @Override
    public void sqlWithCommit(Sql statement, Supplier<ProblemException> unwritten, @Nullable Object... parameters) {
        real.sqlWithCommit(statement, unwritten, parameters);
    }

    @Override
    public boolean ready() {
        return real.ready();
    }
}
