package io.obox.auth.internal.link;

import java.util.UUID;

/** What somebody came by. */
public record OpenedLink(UUID accountId, LinkPurpose purpose) {}
