package dev.tilab.labs.elb;

import dev.tilab.cloud.Zones;

/** What becomes of letters in a lane, and of what somebody does to it. Zones are told by the region. */
interface Post extends Zones.Listener {

    /** A letter is sent now. */
    void send(int row);

    /** A target's process ends, or is there again. */
    void setStopped(int target, boolean isStopped);

    /** The security group of a service's targets admits nobody, or whom it admitted at first. */
    void setShut(Service service, boolean isShut);

    /** Somebody closes a connection; nothing happens if it is not open. */
    void close(int connection);

    /** The balancer's nodes get other addresses. */
    default void renew() {}

    /** The balancer's nodes have private addresses only, or public ones. */
    default void setInternal(boolean isInternal) {}

    /** A rule gets another priority. */
    default void move(int rule, int priority) {}

    /** The run is over. */
    void end();
}
