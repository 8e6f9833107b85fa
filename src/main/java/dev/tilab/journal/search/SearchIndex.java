package dev.tilab.journal.search;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.cfg.LuceneBackendSettings;
import org.hibernate.search.backend.lucene.cfg.LuceneIndexSettings;
import org.hibernate.search.engine.cfg.BackendSettings;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;

/**
 * The index while it is open: passages of days, in a folder or in memory. What it fails with is a {@link RuntimeException}; whoever
 * has it then closes it, deletes the folder and makes it anew.
 */
final class SearchIndex implements AutoCloseable {

    /** In the way of every file's name: what another TILab made by another mapping is not opened, but made anew. */
    private static final String FORM = "2";

    /** More days than any journal has. */
    private static final int ALL = 1_000_000;

    private final CloseableSearchMapping mapping;

    private SearchIndex(CloseableSearchMapping mapping) {
        this.mapping = mapping;
    }

    /** @param folder null for one in memory */
    static SearchIndex open(Path folder) throws IOException {
        var builder = SearchMapping.builder(AnnotatedTypeSource.fromClasses(Passage.class))
                // Looking through a packed jar for annotated classes takes long and finds this one.
                .property("hibernate.search.mapping.build_missing_discovered_jandex_indexes", false)
                .property(BackendSettings.backendKey(LuceneBackendSettings.LUCENE_VERSION), "9.12.3")
                // One day's passages reach the index in their order.
                .property(BackendSettings.backendKey(LuceneIndexSettings.INDEXING_QUEUE_COUNT), 1)
                .property(BackendSettings.backendKey(LuceneBackendSettings.ANALYSIS_CONFIGURER), new Analysis());
        if (folder == null) {
            builder.property(BackendSettings.backendKey("directory.type"), "local-heap");
        } else {
            Path form = folder.resolve(FORM);
            deleteOthers(folder, form);
            Files.createDirectories(form);
            ownersOnly(folder);
            builder.property(BackendSettings.backendKey("directory.root"), form.toString());
        }
        return new SearchIndex(builder.build());
    }

    /** @param count of its passages */
    record Held(String stamp, int count) {}

    /**
     * Which days are in it, by the numbers of their entries.
     *
     * @throws IllegalStateException when it is not whole
     */
    Map<Long, Held> days() throws IOException {
        try (IndexReader reader =
                mapping.scope(Passage.class).extension(LuceneExtension.get()).openIndexReader()) {
            for (LeafReaderContext leaf : reader.leaves()) {
                if (leaf.reader() instanceof CodecReader codec) {
                    codec.checkIntegrity();
                }
            }
        }
        Map<Long, Held> days = new HashMap<>();
        try (SearchSession session = mapping.createSession()) {
            List<List<?>> heads = session.search(Passage.class)
                    .select(f -> f.composite()
                            .from(
                                    f.field("entry", Long.class),
                                    f.field("stamp", String.class),
                                    f.field("count", Integer.class))
                            .asList())
                    .where(f -> f.exists().field("stamp"))
                    .fetchHits(ALL);
            heads.forEach(head -> days.put((Long) head.get(0), new Held((String) head.get(1), (Integer) head.get(2))));
            long passages =
                    session.search(Passage.class).where(f -> f.matchAll()).fetchTotalHitCount();
            long known = days.values().stream().mapToLong(Held::count).sum();
            if (passages != known) {
                throw new IllegalStateException("the index has " + passages + " passages, its days " + known);
            }
        }
        return days;
    }

    /** One day that is put in the place of what is there of it. */
    record Put(long entry, int before, List<Passage> now) {}

    /**
     * They are found when this returns, and safe from a kill a second later: what a kill takes is put in again when the index is opened.
     * The first passage of each day comes last, because it says what the others are.
     */
    void put(Collection<Put> days) {
        try (SearchSession session = mapping.createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(IndexingPlanSynchronizationStrategy.readSync())
                .build()) {
            for (Put day : days) {
                for (int i = day.now().size(); i < day.before(); i++) {
                    session.indexingPlan().purge(Passage.class, Passage.id(day.entry(), i), null);
                }
                for (int i = day.now().size() - 1; i >= 0; i--) {
                    session.indexingPlan().addOrUpdate(day.now().get(i));
                }
            }
        }
    }

    /** Writes all files anew without what was taken out of them. */
    void forget() {
        try (SearchSession session = mapping.createSession()) {
            session.workspace().mergeSegments();
            session.workspace().flush();
            session.workspace().refresh();
        }
    }

    SearchSession session() {
        return mapping.createSession();
    }

    @Override
    public void close() {
        mapping.close();
    }

    /** Deletes what lies in the folder, and the folder. */
    static void delete(Path folder) throws IOException {
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failed) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** What another TILab left would never be opened again, and still hold what is deleted for good. */
    private static void deleteOthers(Path folder, Path form) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> there = Files.list(folder)) {
                for (Path other : there.filter(path -> !path.equals(form)).toList()) {
                    delete(other);
                }
            }
        }
    }

    /** It repeats what the journal says, which nobody else may read. */
    private static void ownersOnly(Path folder) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }
}
