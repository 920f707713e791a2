package io.obox.shell.internal.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Iterator;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;

/** The platform's own key to the shell: whoever may read its file is the operator. */
record OperatorKey(PublicKey key) {
    private static final int BITS = 256;

    /** The key of the folder, made if there is none. */
    static OperatorKey of(ShellFolder folder) throws IOException, GeneralSecurityException {
        if (!Files.exists(folder.operatorKey())) {
            make(folder);
        }
        Iterator<KeyPair> pairs =
                new FileKeyPairProvider(folder.operatorKey()).loadKeys(null).iterator();
        if (!pairs.hasNext()) {
            throw new IOException(folder.operatorKey() + " holds no key; remove it, and another one is made.");
        }
        return new OperatorKey(pairs.next().getPublic());
    }

    boolean matches(PublicKey other) {
        return KeyUtils.compareKeys(key, other);
    }

    private static void make(ShellFolder folder) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(KeyUtils.EC_ALGORITHM);
        generator.initialize(BITS);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
                generator.generateKeyPair(), "operator", (OpenSSHKeyEncryptionContext) null, text);
        folder.write(folder.operatorKey(), text.toByteArray());
    }
}
