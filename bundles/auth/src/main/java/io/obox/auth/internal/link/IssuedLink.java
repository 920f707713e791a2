package io.obox.auth.internal.link;

import java.net.URI;
import java.time.Instant;

/** A link for a mail: the path of a page of OBox with the token, which is good until then. */
public record IssuedLink(URI page, Instant until) {
    @Override
    public String toString() {
        return "IssuedLink[until=" + until + "]";
    }
}
