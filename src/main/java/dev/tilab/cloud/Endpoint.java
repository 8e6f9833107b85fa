package dev.tilab.cloud;

import java.util.function.Consumer;

/** Something that can be asked: a server, a client of a database, whatever stands behind them. */
@FunctionalInterface
public interface Endpoint {

    /**
     * Takes a request.
     *
     * @param reply told once what became of it, at once or later; never if the answer gets lost
     */
    void ask(Request request, Consumer<Outcome> reply);
}
