package io.obox.ui.internal.contribution;

import io.obox.ui.UiContribution;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** That a contribution is a service, as far as it is needed here. */
final class Registration implements ServiceReference<UiContribution> {
    private final long id;
    private volatile int ranking;

    Registration(long id, int ranking) {
        this.id = id;
        this.ranking = ranking;
    }

    /** As its bundle may do it at any time. */
    void rank(int other) {
        ranking = other;
    }

    @Override
    public int compareTo(Object other) {
        Registration that = (Registration) other;
        return ranking == that.ranking ? Long.compare(that.id, id) : Integer.compare(ranking, that.ranking);
    }

    @Override
    public Object getProperty(String key) {
        return getProperties().get(key);
    }

    @Override
    public String[] getPropertyKeys() {
        return new String[] {Constants.SERVICE_ID, Constants.SERVICE_RANKING};
    }

    @Override
    public Dictionary<String, Object> getProperties() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_ID, id);
        properties.put(Constants.SERVICE_RANKING, ranking);
        return properties;
    }

    @Override
    public Bundle getBundle() {
        throw new UnsupportedOperationException("getBundle");
    }

    @Override
    public Bundle[] getUsingBundles() {
        return new Bundle[0];
    }

    @Override
    public boolean isAssignableTo(Bundle bundle, String className) {
        return true;
    }

    @Override
    public <A> A adapt(Class<A> type) {
        throw new UnsupportedOperationException("adapt");
    }
}
