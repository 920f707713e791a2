package io.obox.user.access;

/** Whose things an operation shows or changes. More may be added: a switch over it needs a default. */
public enum Whose {
    /** What belongs to no account: it is the same for all whom the operation serves. */
    NOBODYS,
    /** The caller's own, for administrators too. */
    OWN,
    /** The caller's own and what others share; of this, only administrators change what is not theirs. */
    SHARED,
    /** The caller's own, and everybody's for administrators. */
    VISIBLE
}
