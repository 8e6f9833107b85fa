package dev.tilab.cloud.network;

/**
 * The first packet of a connection or flow: what gates decide by.
 *
 * @param from who sends it
 * @param fromPort port that the answer goes to, 0–65535
 * @param port port that it goes to, 0–65535
 */
public record Packet(Protocol protocol, Peer from, int fromPort, int port) {}
