package dev.tilab.support;

import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words that the journal's tables are not those that this TILab knows; nothing was written to them. */
class HistoryFailureAnalyzer extends AbstractFailureAnalyzer<FlywayException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayException cause) {
        if (cause instanceof FlywayValidateException) {
            return new FailureAnalysis(
                    "The journal was written by a newer TILab, or its tables were changed by hand.",
                    "Start the newer TILab, or start this one with another folder: --tilab.data-dir=FOLDER.",
                    cause);
        }
        if (String.valueOf(cause.getMessage()).contains("no schema history table")) {
            return new FailureAnalysis(
                    "The database holds tables that TILab did not make.", "Give TILab a database of its own.", cause);
        }
        return null;
    }
}
