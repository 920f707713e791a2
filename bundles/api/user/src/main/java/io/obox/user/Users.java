package io.obox.user;

import io.obox.page.Page;
import io.obox.page.PageRequest;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The accounts. Thread-safe; each method may throw {@link io.obox.problem.ProblemException}. */
@ProviderType
public interface Users {
    /** One account: the caller's own, or any for an administrator; otherwise {@code not-found}. */
    User get(Caller caller, UUID id);

    /** All accounts, oldest first; {@code forbidden} unless the caller is an administrator. */
    Page<User> list(Caller caller, PageRequest page);

    /**
     * E-mail addresses of owners, for showing. Answers from memory where it can, for it stands in the path of every list.
     *
     * @return an entry for each id that exists
     */
    Map<UUID, String> emails(Collection<UUID> ids);
}
