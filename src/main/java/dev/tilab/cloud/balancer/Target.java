package dev.tilab.cloud.balancer;

import dev.tilab.cloud.Endpoint;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a load balancer knows of something that requests are passed to.
 *
 * @param zone where it runs, from 0
 * @param service what requests are passed to; null where whoever asks brings them there by himself
 * @param probe what it does when a health check gets to it
 */
public record Target(int zone, @Nullable Endpoint service, Probe probe) {

    /** Answers a health check. */
    @FunctionalInterface
    public interface Probe {

        /**
         * Asks whether it is well. Whoever does not answer at all has failed when the time-out is over.
         *
         * @param answer told once, at once or later; too late counts as failed
         */
        void ask(Consumer<CheckResult> answer);

        /** The same, where it matters which way the check comes: {@code node} is the zone of the node that sends it, from 0. */
        default void ask(int node, Consumer<CheckResult> answer) {
            ask(answer);
        }

        /** Of something that only says whether it is well. */
        static Probe of(Consumer<Consumer<Boolean>> sign) {
            return answer -> sign.accept(isWell -> answer.accept(CheckResult.of(isWell)));
        }
    }
}
