package dev.tilab.journal.search;

import dev.tilab.journal.EntryChanged;
import dev.tilab.journal.ErasingTexts;
import dev.tilab.journal.EveryDay;
import dev.tilab.journal.TextsErased;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the index as the journal is. Whoever saves only leaves the entry's number behind its commit; a thread of its own reads the day
 * and puts it into the index. Nothing relies on that having happened: when the index is opened it is compared with the journal, day by
 * day, and what differs, for whatever reason, is put in order. An index that is damaged is thrown away and made anew.
 */
@Component
class IndexKeeper implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

    /** Days that reach the index together. */
    private static final int BATCH = 50;

    /** How long a stop waits for the days that are being put in at that moment. */
    private static final Duration STOP = Duration.ofSeconds(10);

    /** After a failure, until it is tried again. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final EveryDay journal;
    private final SearchSettings settings;
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                Thread thread = new Thread(task, "search-index");
                thread.setPriority(Thread.MIN_PRIORITY);
                return thread;
            });

    private final EraseMark eraseMark;
    private final Set<Long> changed = ConcurrentHashMap.newKeySet();

    /** Only the worker changes what follows. */
    private volatile SearchIndex index;

    private volatile boolean compared;
    private volatile long comparedAt;
    private volatile long failedAt;
    private boolean rebuild;
    private Map<Long, SearchIndex.Held> held = Map.of();

    IndexKeeper(EveryDay journal, SearchSettings settings) {
        this.journal = journal;
        this.settings = settings;
        this.eraseMark = new EraseMark(settings.eraseMark(), settings.folder());
        this.rebuild = settings.rebuild();
        worker.allowCoreThreadTimeOut(true);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (settings.atStart() || rebuild) {
            worker.execute(this::open);
        }
    }

    /** In the thread of whoever saved, with others waiting behind: nothing is done here. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void saved(EntryChanged entry) {
        if (index != null || failedAt != 0) {
            changed.add(entry.id());
            later(this::follow);
        }
    }

    /** A mark beside the index outlives a kill: an index that is found with it is thrown away. */
    @EventListener
    void erasing(ErasingTexts promised) {
        eraseMark.make();
    }

    @EventListener
    void erased(TextsErased done) {
        eraseMark.done();
        later(this::forget);
    }

    private void later(Runnable task) {
        try {
            worker.execute(task);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The next start compares", stopping);
        }
    }

    /**
     * The index with everything in it that was saved before now, as far as that can be waited for.
     *
     * @throws SearchAwayException when there is none that can be asked yet
     */
    Ready ready() {
        boolean due = settings.compareEvery() != null
                && System.nanoTime() - comparedAt > settings.compareEvery().toNanos();
        Future<?> task = worker.submit(index == null ? this::open : due ? this::compare : () -> {});
        boolean settled = false;
        try {
            task.get(
                    (index == null ? settings.patienceAtFirst() : settings.patience()).toMillis(),
                    TimeUnit.MILLISECONDS);
            settled = true;
        } catch (TimeoutException busy) {
            LOG.debug("asked while it is made");
        } catch (ExecutionException failed) {
            throw new SearchAwayException(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        SearchIndex there = index;
        if (there == null) {
            throw new SearchAwayException(null);
        }
        return new Ready(there, settled && compared);
    }

    /** @param complete whether every day is in it as it stands */
    record Ready(SearchIndex index, boolean complete) {}

    /** It failed when it was asked: what is wrong with it is found when it is opened again. */
    void doubt(SearchIndex asked, RuntimeException failure) {
        LOG.warn("The search index could not be asked and is made anew: {}", failure.toString());
        later(() -> {
            if (index == asked) {
                rebuild = true;
                close();
                open();
            }
        });
    }

    private void open() {
        if (index != null || failedAt != 0 && System.nanoTime() - failedAt < PAUSE.toNanos()) {
            return;
        }
        try {
            if (rebuild || eraseMark.isThere()) {
                delete();
            }
            try {
                enter();
            } catch (IOException | RuntimeException damaged) {
                LOG.warn("The search index cannot be read and is made anew: {}", damaged.toString());
                close();
                delete();
                enter();
            }
            rebuild = false;
            failedAt = 0;
            compare();
        } catch (IOException | RuntimeException failed) {
            broken(failed);
        }
    }

    private void enter() throws IOException {
        SearchIndex opened = SearchIndex.open(settings.folder());
        try {
            held = opened.days();
        } catch (IOException | RuntimeException damaged) {
            opened.close();
            throw damaged;
        }
        index = opened;
    }

    private void delete() throws IOException {
        eraseMark.whileForgetting(() -> SearchIndex.delete(settings.folder()));
    }

    /** Puts in order every day that the index has otherwise than the journal, the newest first. */
    private void compare() {
        if (index == null) {
            return;
        }
        long began = System.nanoTime();
        List<EveryDay.Stamped> there = journal.stamps();
        Set<Long> gone = new HashSet<>(held.keySet());
        List<Long> different = new ArrayList<>();
        for (EveryDay.Stamped day : there) {
            gone.remove(day.id());
            SearchIndex.Held known = held.get(day.id());
            if (known == null || !known.stamp().equals(day.stamp())) {
                different.add(day.id());
            }
        }
        different.addAll(gone);
        compared = different.isEmpty();
        for (int i = 0; i < different.size() && !worker.isShutdown(); i += BATCH) {
            put(different.subList(i, Math.min(i + BATCH, different.size())));
            follow();
            if (index == null) {
                return;
            }
        }
        compared = !worker.isShutdown();
        comparedAt = System.nanoTime();
        if (different.size() > BATCH) {
            LOG.info(
                    "{} days were read for the search in {} s",
                    different.size(),
                    TimeUnit.NANOSECONDS.toSeconds(comparedAt - began));
        }
    }

    /** What was saved meanwhile. */
    private void follow() {
        if (index == null) {
            open();
            return;
        }
        try {
            while (!changed.isEmpty()) {
                List<Long> batch = changed.stream().limit(BATCH).toList();
                batch.forEach(changed::remove); // before they are read: what is saved from now on is another change
                put(batch);
            }
            if (eraseMark.isDue()) {
                eraseMark.whileForgetting(index::forget);
            }
        } catch (IOException | RuntimeException failed) {
            broken(failed);
        }
    }

    private void forget() {
        try {
            if (index != null) {
                follow();
            } else if (eraseMark.isThere()) {
                delete();
            }
        } catch (IOException failed) {
            broken(failed);
        }
    }

    private void put(List<Long> entries) {
        List<SearchIndex.Put> days = new ArrayList<>();
        for (long entry : entries) {
            Optional<EveryDay.Day> day = journal.find(entry);
            SearchIndex.Held before = held.get(entry);
            if (before == null && day.isEmpty()
                    || before != null
                            && day.isPresent()
                            && before.stamp().equals(day.get().stamp())) {
                continue;
            }
            days.add(new SearchIndex.Put(
                    entry,
                    before == null ? 0 : before.count(),
                    day.map(IndexKeeper::passages).orElse(List.of())));
            if (day.isPresent()) {
                held.put(
                        entry,
                        new SearchIndex.Held(
                                day.get().stamp(),
                                days.get(days.size() - 1).now().size()));
            } else {
                held.remove(entry);
            }
        }
        if (!days.isEmpty()) {
            index.put(days);
        }
    }

    private static List<Passage> passages(EveryDay.Day day) {
        return Passages.of(
                day.entry().id(), day.entry().date(), day.stamp(), day.entry().document());
    }

    /** The next one who asks, or saves, tries again after a while; what is then different is found by comparing. */
    private void broken(Exception failed) {
        LOG.warn(
                "The search index could not be kept; the journal itself is not touched by that: {}", failed.toString());
        LOG.debug("search index", failed);
        failedAt = System.nanoTime();
        close();
    }

    private void close() {
        SearchIndex open = index;
        index = null;
        compared = false;
        held = Map.of();
        if (open != null) {
            try {
                open.close();
            } catch (RuntimeException failed) {
                LOG.debug("search index", failed);
            }
        }
    }

    /** Not by an interrupt: Lucene closes a file for good that is interrupted amid a write. */
    @Override
    public void destroy() throws InterruptedException {
        worker.shutdown();
        if (worker.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
            close();
        }
    }
}
