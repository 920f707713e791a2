package org.example.rack;

/** What a job of the plugin is to do. */
public record Move(String what) {}
