package dev.tilab.journal.search;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the index lies and how it is kept. Beside the journal's file; in memory, and compared with the journal every other second, where
 * the journal lies in a database that others may write too.
 */
@Component
class SearchSettings {

    private static final Duration PATIENCE_AT_FIRST = Duration.ofSeconds(10);
    private static final Duration OTHERS_WRITE = Duration.ofSeconds(2);

    private final Path folder;
    private final Duration compareEvery;
    private final Duration patience;
    private final boolean atStart;
    private final boolean rebuild;

    /**
     * @param memory whether the index lies in memory, also where the journal lies in a file
     * @param compareEvery none where every change passes here
     * @param patience how long a search waits for what was saved right before it
     * @param atStart whether it is opened as soon as TILab is ready; else by the first who searches
     * @param rebuild whether it is made anew, whatever is there
     */
    SearchSettings(
            @Value("${tilab.data-dir}") Path data,
            @Value("${spring.datasource.url:}") String database,
            @Value("${tilab.search.memory:false}") boolean memory,
            @Value("${tilab.search.compare-every:#{null}}") Duration compareEvery,
            @Value("${tilab.search.patience:500ms}") Duration patience,
            @Value("${tilab.search.at-start:true}") boolean atStart,
            @Value("${tilab.search.rebuild:false}") boolean rebuild) {
        boolean server = !database.isBlank();
        this.folder =
                memory || server ? null : data.toAbsolutePath().normalize().resolve("search");
        this.compareEvery = compareEvery != null ? compareEvery : server ? OTHERS_WRITE : null;
        this.patience = patience;
        this.atStart = atStart;
        this.rebuild = rebuild;
    }

    /** Null for an index in memory. */
    Path folder() {
        return folder;
    }

    /** Says that something which the index had is deleted for good, and may still be in its files; null for an index in memory. */
    Path eraseMark() {
        return folder == null ? null : folder.resolveSibling("search.erase");
    }

    Duration compareEvery() {
        return compareEvery;
    }

    boolean atStart() {
        return atStart;
    }

    boolean rebuild() {
        return rebuild;
    }

    /** How long a search waits for what was saved right before it. */
    Duration patience() {
        return patience;
    }

    /** How long the first search waits for the index to be opened. */
    Duration patienceAtFirst() {
        return patience.compareTo(PATIENCE_AT_FIRST) > 0 ? patience : PATIENCE_AT_FIRST;
    }
}
