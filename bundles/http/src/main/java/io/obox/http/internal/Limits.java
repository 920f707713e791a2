package io.obox.http.internal;

import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What those who connect may take, as configured. What can't be meant is said in the log and has its default: no setting
 * opens the port without limits.
 *
 * @param connections in all
 * @param perOrigin of one address
 * @param proxies that many people come by
 */
record Limits(int connections, int perOrigin, Origins proxies, Patience patience) {
    private static final Logger LOG = LoggerFactory.getLogger(Limits.class);

    /** As configured, and as the system allows: files have to be opened beside connections. */
    static Limits of(Settings settings) {
        return new Limits(
                Math.min(number("connections", settings::connections, Settings.CONNECTIONS), OpenFiles.most() / 2),
                number("connectionsPerAddress", settings::connectionsPerAddress, Settings.PER_ADDRESS),
                new Origins(settings.trustedProxies()),
                Patience.of(
                        number("headerSeconds", settings::headerSeconds, Settings.HEADER_SECONDS),
                        number("bodyBytesPerSecond", settings::bodyBytesPerSecond, Settings.BYTES_PER_SECOND)));
    }

    private static int number(String name, IntSupplier configured, int standard) {
        try {
            int number = configured.getAsInt();
            if (number > 0) {
                return number;
            }
        } catch (RuntimeException e) {
            LOG.debug("{} can't be read.", name, e);
        }
        LOG.error("{} of {} must be a whole number above 0; {} is used.", name, Settings.PID, standard);
        return standard;
    }
}
