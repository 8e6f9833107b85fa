package dev.tilab.journal.search;

import dev.tilab.journal.template.DaySection;
import java.time.LocalDate;
import java.util.Set;
import org.hibernate.search.engine.backend.types.Highlightable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.engine.backend.types.TermVector;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;

/**
 * What is found: one piece of a day, short enough to be shown and led to. The first one of a day stands for the day itself: its title
 * and its note, even where it has neither.
 */
@SearchEntity
@Indexed(index = "passages")
final class Passage {

    // Where a word stands is kept with it: read again for what is marked, a text would be cut as a question is.

    /** {@link #section} of the first passage; the others' are the names of {@link DaySection}. */
    static final String DAY = "day";

    /** Number of the entry and of the passage in it: {@code 17-0}. */
    @DocumentId
    private final String id;

    @GenericField(projectable = Projectable.YES, searchable = Searchable.NO)
    private final long entry;

    @GenericField(projectable = Projectable.YES, sortable = Sortable.YES)
    private final LocalDate date;

    @KeywordField(projectable = Projectable.YES)
    private final String section;

    /** Where it stands on the day's page; empty for the page itself. */
    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    private final String anchor;

    @FullTextField(
            analyzer = Analysis.PARTS,
            searchAnalyzer = Analysis.PARTS_ASKED,
            projectable = Projectable.YES,
            termVector = TermVector.WITH_POSITIONS_OFFSETS,
            highlightable = Highlightable.UNIFIED)
    @FullTextField(name = "title_words", analyzer = Analysis.WORDS)
    private final String title;

    @FullTextField(
            analyzer = Analysis.PARTS,
            searchAnalyzer = Analysis.PARTS_ASKED,
            projectable = Projectable.YES,
            termVector = TermVector.WITH_POSITIONS_OFFSETS,
            highlightable = Highlightable.UNIFIED)
    @FullTextField(
            name = "text_words",
            analyzer = Analysis.WORDS,
            projectable = Projectable.YES,
            termVector = TermVector.WITH_POSITIONS_OFFSETS,
            highlightable = Highlightable.UNIFIED)
    @FullTextField(name = "text_joined", analyzer = Analysis.JOINED)
    private final String text;

    /** Titles of the whole day, so that one word of several may stand in a title elsewhere. */
    @FullTextField(analyzer = Analysis.PARTS, searchAnalyzer = Analysis.PARTS_ASKED)
    private final String around;

    /** Of the first passage: what its day is about, in a line; null of the others. */
    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    private final String outline;

    /** Of the whole day, lower-case. */
    @KeywordField
    private final Set<String> tags;

    /** Of the first passage: by what it was read, see {@code EveryDay}; null of the others. */
    @KeywordField(projectable = Projectable.YES)
    private final String stamp;

    /** Of the first passage: how many the day has; 0 of the others. */
    @GenericField(projectable = Projectable.YES, searchable = Searchable.NO)
    private final int count;

    /** In the order of the day's page. */
    @GenericField(sortable = Sortable.YES)
    private final int place;

    Passage(Passages.Day day, int place, Passages.Piece piece) {
        this.id = id(day.entry(), place);
        this.entry = day.entry();
        this.date = day.date();
        this.section = piece.section();
        this.anchor = piece.anchor();
        this.title = piece.title();
        this.text = piece.text();
        this.around = day.around();
        this.outline = place == 0 ? day.outline() : null;
        this.tags = day.tags();
        this.stamp = place == 0 ? day.stamp() : null;
        this.count = place == 0 ? day.pieces().size() : 0;
        this.place = place;
    }

    static String id(long entry, int place) {
        return entry + "-" + place;
    }
}
