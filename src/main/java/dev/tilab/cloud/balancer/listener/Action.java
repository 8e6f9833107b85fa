package dev.tilab.cloud.balancer.listener;

import java.util.List;

/** What becomes of a request that meets a rule: exactly one of these (AWS, Application Load Balancers, "Listener rules"). */
public sealed interface Action {

    /** Goes to one of some target groups, to each in proportion to its weight. */
    record Forward(List<Weighted> groups) implements Action {

        /** A single group. */
        public static Forward to(String group) {
            return new Forward(List.of(new Weighted(group, 1)));
        }

        /** What all weights are together; 0 where no group shall get anything. */
        public int weight() {
            return groups.stream().mapToInt(Weighted::weight).sum();
        }

        /**
         * The group of a request.
         *
         * @param turn from 0 to less than {@link #weight}
         * @throws IndexOutOfBoundsException if it is not
         */
        public String group(int turn) {
            int left = turn;
            for (Weighted each : groups) {
                left -= each.weight();
                if (left < 0 && turn >= 0) {
                    return each.group();
                }
            }
            throw new IndexOutOfBoundsException(turn);
        }
    }

    /**
     * A target group and its weight.
     *
     * @param weight 0–999
     */
    record Weighted(String group, int weight) {}

    /**
     * The client is told to ask elsewhere.
     *
     * @param status 301 or 302
     * @param location where
     */
    record Redirect(int status, String location) implements Action {}

    /**
     * The balancer answers by itself.
     *
     * @param status 200–299, 400–599
     */
    record Fixed(int status) implements Action {}
}
