package io.obox.persistence.internal;

import io.obox.persistence.Transactions;
import io.obox.persistence.internal.database.Database;
import io.obox.persistence.internal.unit.BundleUnit;
import io.obox.persistence.internal.unit.Units;
import io.obox.persistence.sql.Sql;
import io.obox.problem.ProblemException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Gives each bundle its own transactions. */
@Component(scope = ServiceScope.BUNDLE)
public final class TransactionsService implements Transactions {
    private final Units units;
    private final Database database;
    private final Bundle bundle;
    private final BundleWiring owner;
    private final Transactions transactions;

    /** For the bundle that asks. */
    @Activate
    public TransactionsService(@Reference Units units, @Reference Database database, ComponentContext context) {
        this.units = units;
        this.database = database;
        this.bundle = context.getUsingBundle();
        // of the wiring, not of the bundle: a refreshed bundle has new classes
        this.owner = bundle.adapt(BundleWiring.class);
        this.transactions = units.acquire(owner, () -> BundleUnit.of(bundle));
    }

    @Deactivate
    void deactivate() {
        units.release(owner, () -> bundle.getState() == Bundle.UNINSTALLED);
    }

    @Override
    public <T extends @Nullable Object> T call(EntityWork<T> work) {
        return transactions.call(work);
    }

    @Override
    public <T extends @Nullable Object> T sql(SqlWork<T> work) {
        return transactions.sql(work);
    }

    @Override
    public Transactions independent() {
        return transactions.independent();
    }

    @Override
    public void afterCommit(Runnable action) {
        transactions.afterCommit(action);
    }

    @Override
    public void releaseLocksEarly() {
        transactions.releaseLocksEarly();
    }

    @Override
    public void sqlWithCommit(Sql statement, Supplier<ProblemException> unwritten, @Nullable Object... parameters) {
        transactions.sqlWithCommit(statement, unwritten, parameters);
    }

    @Override
    public boolean ready() {
        return transactions.ready() && database.reachable();
    }
}
