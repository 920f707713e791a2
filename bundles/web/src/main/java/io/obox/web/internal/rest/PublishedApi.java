package io.obox.web.internal.rest;

import io.obox.web.internal.Settings;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Whether this node publishes the REST API: its service property {@code api} is true where it does. */
@Component(
        service = PublishedApi.class,
        configurationPid = {Settings.PID, "$"})
public final class PublishedApi {
    private final List<String> essential;

    /** As configured. */
    @Activate
    public PublishedApi(Settings settings) {
        this.essential = List.of(settings.essential());
    }

    /** Paths below {@code /api} that must be served before this node is ready. */
    public List<String> essential() {
        return essential;
    }
}
