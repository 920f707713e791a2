package io.obox.auth.internal.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a browser shows when its user has logged in from it before: a random id, when it ends, and a MAC over both and the
 * account's address. It opens nothing; it only lets the password be tried while strangers are kept waiting.
 */
@Component(service = Devices.class)
public final class Devices {
    /** For how long a browser is known after its user was last seen. */
    public static final Duration LIFETIME = Duration.ofDays(90);

    private static final int ID = 16;
    private static final int CONTENT = ID + Long.BYTES;
    private static final int MAC = 32;

    private final SigningKeys keys;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** Within the bundle. */
    @Activate
    public Devices(@Reference SigningKeys keys) {
        this(keys, InstantSource.system());
    }

    /** With a clock of one's own. */
    public Devices(SigningKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What the browser is to show from now on: the same id again where it has shown one of this account. */
    public String renew(@Nullable String shown, String email) {
        byte[] id = shown == null ? new byte[0] : id(shown, email);
        if (id.length == 0) {
            id = new byte[ID];
            random.nextBytes(id);
        }
        byte[] content = ByteBuffer.allocate(CONTENT)
                .put(id)
                .putLong(clock.instant().plus(LIFETIME).getEpochSecond())
                .array();
        byte[] whole = ByteBuffer.allocate(CONTENT + MAC)
                .put(content)
                .put(seal(keys.current(), content, email))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** The id of the browser, if the account with this address was logged in to from it. */
    public Optional<String> known(String shown, String email) {
        byte[] id = id(shown, email);
        return id.length == 0 ? Optional.empty() : Optional.of(HexFormat.of().formatHex(id));
    }

    private byte[] id(String shown, String email) {
        byte[] whole = decoded(shown);
        if (whole.length != CONTENT + MAC) {
            return new byte[0];
        }
        byte[] content = Arrays.copyOf(whole, CONTENT);
        byte[] mac = Arrays.copyOfRange(whole, CONTENT, whole.length);
        boolean ours = keys.verifying(LIFETIME).stream()
                .anyMatch(key -> MessageDigest.isEqual(seal(key, content, email), mac));
        Instant end = Instant.ofEpochSecond(ByteBuffer.wrap(content).getLong(ID));
        return ours && clock.instant().isBefore(end) ? Arrays.copyOf(content, ID) : new byte[0];
    }

    private static byte[] decoded(String shown) {
        try {
            return Base64.getUrlDecoder().decode(shown);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] seal(SigningKey key, byte[] content, String email) {
        byte[] address = email.getBytes(StandardCharsets.UTF_8);
        return key.mac(
                "device:seal",
                ByteBuffer.allocate(content.length + address.length)
                        .put(content)
                        .put(address)
                        .array());
    }
}
