package io.obox.container.web;

/** What {@link GoingResource} can't be made without. */
public final class Needed {}
