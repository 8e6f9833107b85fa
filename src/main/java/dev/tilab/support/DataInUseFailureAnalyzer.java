package dev.tilab.support;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in plain words that a second TILab was started on the same data, where H2 says "error 90020". */
class DataInUseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final int DATABASE_ALREADY_OPEN = 90020;

    private final Environment environment;

    DataInUseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        if (cause.getErrorCode() != DATABASE_ALREADY_OPEN) {
            return null;
        }
        String folder = environment.getProperty("tilab.data-dir", "./data");
        return new FailureAnalysis(
                "The data in " + folder + " is in use by another TILab that is still running.",
                "Use that one, stop it, or start this one on other data with --tilab.data-dir=FOLDER --server.port=PORT.",
                cause);
    }
}
