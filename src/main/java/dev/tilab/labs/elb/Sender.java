package dev.tilab.labs.elb;

import dev.tilab.cloud.network.Ipv4;

/**
 * Who sends letters.
 *
 * @param number which of its kind, from 0
 * @param zone the zone that it stands in; {@link dev.tilab.cloud.Zones#OUTSIDE} in the internet
 * @param target the target that it runs on; −1 for everybody else
 */
record Sender(SenderKind kind, int number, Ipv4 address, int zone, int target) {}
