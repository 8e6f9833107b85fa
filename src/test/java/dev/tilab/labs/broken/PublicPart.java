package dev.tilab.labs.broken;

/** A part of a lab that anybody could build upon. */
public final class PublicPart {}
