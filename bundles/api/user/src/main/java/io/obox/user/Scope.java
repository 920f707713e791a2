package io.obox.user;

import java.util.Set;

/**
 * What a credential is good for; a caller never gets more by a scope than the account may do.
 *
 * @param name such as {@code write}; other bundles may have scopes of their own, named {@code domain:action}
 */
public record Scope(String name) {
    /** To see what the account sees. */
    public static final Scope READ = new Scope("read");

    /** To change things, and to have work done. */
    public static final Scope WRITE = new Scope("write");

    /** To use the rights of an administrator. */
    public static final Scope ADMIN = new Scope("admin");

    /** What a person who logs in may do. */
    public static final Set<Scope> ALL = Set.of(READ, WRITE, ADMIN);
}
