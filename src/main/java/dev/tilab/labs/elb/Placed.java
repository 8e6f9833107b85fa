package dev.tilab.labs.elb;

/**
 * A target.
 *
 * @param service what it runs
 * @param zone where, from 0
 * @param number which of its service's, from 1
 * @param byAddress whether it is registered by its address (target type ip) and not as an instance
 */
record Placed(Service service, int zone, int number, boolean byAddress) {

    String name() {
        return Words.id(service) + "-" + number;
    }
}
