package dev.tilab.labs.elb.doctor;

import dev.tilab.cloud.Region;
import dev.tilab.simulation.engine.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Two minutes of a shop: a customer who asks now and then, the shop's own job where it has one, and the health checks. When they
 * ask is the same with every patient, so that it tells nothing of any.
 */
final class Course {

    static final int SECONDS = 120;

    private static final long SECOND = 1_000_000;
    /** Four zones, of which the balancer's nodes are in the first two. */
    private static final int ZONES = 4;

    private static final long NANOS_PER_EVENT = 2_000;
    private static final long JOB_EVERY_MICROS = 5 * SECOND;
    private static final long JOB_FIRST_MICROS = 2_500_000;

    /** Steps of sequences that fill an interval evenly (Roberts, "The unreasonable effectiveness of quasirandom sequences"). */
    private static final double EVEN = 0.6180339887498949;

    private static final double EVEN_ACROSS = 0.7548776662466927;
    private static final double EVEN_ALONG = 0.5698402909980532;

    /**
     * A request and its end.
     *
     * @param target that it was sent to, −1 if to none
     */
    record Sent(long atMicros, int node, int target, Way way) {}

    private final Region region = new Region(1, ZONES, SECONDS * SECOND, NANOS_PER_EVENT);
    private final Repairs repairs;
    private final List<Sent> requests = new ArrayList<>();
    private final List<Sent> inside = new ArrayList<>();
    private final Checks checks;

    Course(SetUp setUp, Repairs repairs) {
        this.repairs = repairs;
        checks = new Checks(region, repairs, setUp.kind());
        for (Repairs.Made repair : repairs.made()) {
            region.later(repair.act().micros(), checks::settle);
        }
        RandomStream chance = region.stream("requests", 0);
        long at = 1_500_000;
        for (int number = 0; at < SECONDS * SECOND; number++) {
            int which = number;
            region.later(at, () -> request(which));
            at += 2_600_000 + 100_000L * chance.nextInt(17);
        }
        if (setUp.kind() == Kind.NLB) {
            int number = 0;
            for (at = JOB_FIRST_MICROS; at < SECONDS * SECOND; at += JOB_EVERY_MICROS) {
                int which = number++;
                region.later(at, () -> job(which));
            }
        }
        region.run();
    }

    List<Sent> requests() {
        return requests;
    }

    List<Sent> inside() {
        return inside;
    }

    Checks checks() {
        return checks;
    }

    private void request(int number) {
        Evaluation now = repairs.at(region.nowMicros());
        int node = (int) (Site.NODES * part(number, EVEN_ACROSS));
        int target = checks.choose(node);
        requests.add(new Sent(region.nowMicros(), node, target, now.fromOutside(node, target, moment(number))));
    }

    private void job(int number) {
        Evaluation now = repairs.at(region.nowMicros());
        int node = number % Site.NODES;
        int target = checks.choose(node);
        inside.add(new Sent(region.nowMicros(), node, target, now.fromTarget(0, node, target, moment(number))));
    }

    /** The connection may have lain idle for any time up to the balancer's limit, and come from any port. */
    static Moment moment(int number) {
        int ports = 65_536 - 1_024;
        return new Moment(
                1_024 + (int) (ports * part(number, EVEN_ALONG)), (long) (Evaluation.IDLE_MICROS * part(number, EVEN)));
    }

    private static double part(int number, double step) {
        double value = 0.3 + number * step;
        return value - Math.floor(value);
    }
}
