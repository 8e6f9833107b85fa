package dev.tilab.support;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words that the journal's tables are not those that this TILab knows; it writes nothing to them. */
class NewerJournalFailureAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException cause) {
        return new FailureAnalysis(
                "The journal was written by a newer TILab, or its tables were changed by hand.",
                "Start the newer TILab, or start this one with another folder: --tilab.data-dir=FOLDER.",
                cause);
    }
}
