package io.obox.shell.internal.ssh;

import io.obox.shell.internal.command.Invocation;
import io.obox.shell.internal.language.Language;
import io.obox.shell.internal.language.Rights;
import io.obox.user.Caller;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.felix.service.command.CommandSession;
import org.jspecify.annotations.Nullable;

/**
 * Whoever entered.
 *
 * @param rights what they may use
 * @param caller on whose behalf they act, found out when a command needs it
 * @param person whose account it depends on whether they may stay, or null for those who entered by a key
 */
record Visitor(
        Rights rights, Supplier<Caller> caller, @Nullable Caller person) {
    /** A session of theirs. */
    CommandSession session(Language language, InputStream in, OutputStream out, OutputStream err) {
        CommandSession session = language.session(rights, in, out, err);
        session.put(Invocation.CALLER, caller);
        return session;
    }

    /** The commands that they may use. */
    Set<String> words(Language language) {
        return language.words(rights);
    }
}
