package dev.tilab.support;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in plain words why the store could not be opened at a start, where the driver says an error number. */
class StoreFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private final Environment environment;

    StoreFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        if (findCause(rootFailure, StoreRefusedException.class) != null) {
            // What was refused by the look has been said there; how H2 stumbled over the damage tells nobody anything.
            return null;
        }
        String folder = environment.getProperty("tilab.data-dir", "./data");
        if (cause.getErrorCode() == StoreLook.IN_USE) {
            return new FailureAnalysis(StoreLook.inUse(folder), StoreRefusedException.USE_THAT, cause);
        }
        StoreException.Reason reason = StoreException.reasonOf(rootFailure);
        if (reason == null) {
            return null;
        }
        return switch (reason) {
            case FULL ->
                new FailureAnalysis(
                        "The disk that holds the data folder " + folder + " is full.",
                        "Make room there and start TILab again.",
                        cause);
            case NOT_WRITABLE ->
                new FailureAnalysis(
                        "The data folder " + folder + " cannot be written.", StoreRefusedException.ELSEWHERE, cause);
            case CLOSED ->
                new FailureAnalysis(
                        "The journal in " + folder + " cannot be opened.", StoreRefusedException.ANOTHER_FOLDER, cause);
            case AWAY ->
                new FailureAnalysis(
                        "The database that spring.datasource.url names does not answer.",
                        "Start it, or name another one.",
                        cause);
        };
    }
}
