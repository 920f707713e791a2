package io.obox.redis.internal;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks Redis for a sign of life. Without Redis the platform is slower but complete, so this is no more than a warning. */
@Component(property = {HealthCheck.NAME + "=Redis", HealthCheck.TAGS + "=redis"})
public final class RedisCheck implements HealthCheck {
    private final RedisConnection redis;

    /** Of this connection. */
    @Activate
    public RedisCheck(@Reference RedisConnection redis) {
        this.redis = redis;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        Boolean answers = redis.answers();
        if (answers == null) {
            log.warn("No Redis is known. Set REDIS_URL, or let OBox run its own.");
        } else if (answers) {
            log.info("Redis answers.");
        } else {
            log.warn("Redis does not answer. Work goes on more slowly until it does.");
        }
        return new Result(log);
    }
}
