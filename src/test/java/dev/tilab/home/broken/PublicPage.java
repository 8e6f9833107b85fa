package dev.tilab.home.broken;

/** A page that is public. */
public final class PublicPage {}
