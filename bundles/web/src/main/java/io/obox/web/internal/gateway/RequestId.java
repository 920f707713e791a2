package io.obox.web.internal.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id by which a request is found in the logs: what a proxy has given it, or a new one. */
final class RequestId {
    static final String HEADER = "X-Request-Id";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    static String of(HttpServletRequest request) {
        String given = request.getHeader(HEADER);
        return isSane(given) ? given : fresh();
    }

    private static boolean isSane(@Nullable String given) {
        return given != null && SANE.matcher(given).matches();
    }

    private static String fresh() {
        // only has to be unique: no secret depends on it, and it is made for every request
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
