package dev.tilab.labs.elb.doctor;

/**
 * What differs from one request to the next.
 *
 * @param port that the connection to the target comes from, 1024–65535
 * @param idleMicros how long the balancer's connection to the target lay idle before this request takes it
 */
record Moment(int port, long idleMicros) {

    /** An ordinary one: a port that everybody takes, and a connection that was just used. */
    static final Moment CALM = new Moment(49_152, 0);
}
