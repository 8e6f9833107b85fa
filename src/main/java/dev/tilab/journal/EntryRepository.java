package dev.tilab.journal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Entries in the database. A single entry comes with its file; lists come as summaries, without texts. */
interface EntryRepository extends JpaRepository<Entry, Long> {

    @Query("select e from Entry e join fetch e.revision where e.liveDate = :date")
    Optional<Entry> findLive(LocalDate date);

    @Query("select e from Entry e join fetch e.revision where e.id = :id")
    Optional<Entry> findWithFile(long id);

    @Query("""
            select e from Entry e join fetch e.revision
            where e.liveDate = (select max(before.liveDate) from Entry before where before.liveDate < :date)""")
    Optional<Entry> findLatestBefore(LocalDate date);

    @Query("""
            select new dev.tilab.journal.EntrySummary(
                e.id, e.date, e.endDate, e.dayNote, e.title, e.excerpt, e.version, e.updatedAt, e.deletedAt, e.readBy)
            from Entry e where e.liveDate = :date""")
    Optional<EntrySummary> findSummary(LocalDate date);

    @Query("""
            select new dev.tilab.journal.EntrySummary(
                e.id, e.date, e.endDate, e.dayNote, e.title, e.excerpt, e.version, e.updatedAt, e.deletedAt, e.readBy)
            from Entry e where e.liveDate < :date order by e.liveDate desc limit 1""")
    Optional<EntrySummary> findSummaryBefore(LocalDate date);

    @Query("""
            select new dev.tilab.journal.EntrySummary(
                e.id, e.date, e.endDate, e.dayNote, e.title, e.excerpt, e.version, e.updatedAt, e.deletedAt, e.readBy)
            from Entry e where e.liveDate > :date order by e.liveDate limit 1""")
    Optional<EntrySummary> findSummaryAfter(LocalDate date);

    @Query(value = """
            select new dev.tilab.journal.EntrySummary(
                e.id, e.date, e.endDate, e.dayNote, e.title, e.excerpt, e.version, e.updatedAt, e.deletedAt, e.readBy)
            from Entry e where e.liveDate between :from and :to order by e.liveDate desc""", countQuery = "select count(e) from Entry e where e.liveDate between :from and :to")
    Page<EntrySummary> findSummaries(LocalDate from, LocalDate to, Pageable page);

    @Query("""
            select new dev.tilab.journal.EntrySummary(
                e.id, e.date, e.endDate, e.dayNote, e.title, e.excerpt, e.version, e.updatedAt, e.deletedAt, e.readBy)
            from Entry e where e.liveDate in :days order by e.liveDate desc""")
    List<EntrySummary> findSummariesOf(Collection<LocalDate> days);

    @Query("""
            select new dev.tilab.journal.EntrySummary(
                e.id, e.date, e.endDate, e.dayNote, e.title, e.excerpt, e.version, e.updatedAt, e.deletedAt, e.readBy)
            from Entry e where e.deletedAt is not null order by e.deletedAt desc, e.id desc""")
    List<EntrySummary> findTrash();

    /**
     * Titles of the entries' topics, each entry's in order: only so many and so much of each, or a file of nothing but headings
     * would make every list as long as itself.
     */
    @Query("""
            select new dev.tilab.journal.TopicTitle(e.id, substring(t, 1, :characters))
            from Entry e join e.topics t where e.id in :ids and index(t) < :most order by e.id, index(t)""")
    List<TopicTitle> findTopicTitles(Collection<Long> ids, int most, int characters);

    @Query("""
            select distinct new dev.tilab.journal.Month(year(e.liveDate), month(e.liveDate)) from Entry e
            where e.liveDate is not null""")
    List<Month> findMonths();

    @Query("select e.liveDate from Entry e where e.liveDate is not null order by e.liveDate")
    List<LocalDate> findDays();

    /** For rows that were read anew out of the same text: in their transaction nobody sees the version that they got on the way. */
    @Modifying
    @Query(value = "update entry set version = :version where id = :id", nativeQuery = true)
    void giveBackVersion(long id, long version);

    /** Entries whose columns and topics were read by other rules or names, the newest days first: those are looked at most. */
    @Query("select e.id from Entry e where e.readBy <> :readBy order by e.date desc, e.id")
    List<Long> findReadOtherwise(String readBy);

    /** Of all entries, those in the trash too. */
    @Query("select e.id from Entry e order by e.id")
    List<Long> findIds();

    long countByLiveDateIsNotNull();

    @Query("""
            select e.id from Entry e
            where e.date = :date and e.deletedAt is not null order by e.deletedAt desc, e.id desc limit 1""")
    Optional<Long> findLastTrashed(LocalDate date);

    /** Of the entries of the day in the trash, last deleted first. */
    @Query(
            "select e.id from Entry e where e.date = :date and e.deletedAt is not null order by e.deletedAt desc, e.id desc")
    List<Long> findTrashed(LocalDate date);

    /** The highest version of the entries that the day has; null when it has none. */
    @Query("select max(e.version) from Entry e where e.date = :date")
    Long findHighestVersion(LocalDate date);

    /** The highest version of those that were deleted for good. */
    @Query(value = "select max(version) from erased where entry_date = :date", nativeQuery = true)
    Long findHighestErasedVersion(LocalDate date);
}
