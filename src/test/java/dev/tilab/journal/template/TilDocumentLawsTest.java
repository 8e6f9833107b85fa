package dev.tilab.journal.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.template.DayFields.Challenge;
import dev.tilab.journal.template.DayFields.Reference;
import dev.tilab.journal.template.DayFields.Scrum;
import dev.tilab.journal.template.DayFields.Topic;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every file, tried on thousands that are made up. */
class TilDocumentLawsTest {
    private static final int FILES = 1500;

    /** R1. Guards against text that is read into two fields or into none. */
    @Test
    void slicesAreThePartitionOfTheText() {
        for (long seed = 0; seed < FILES; seed++) {
            String text = new Diaries(seed).next();
            List<Slice> slices = TilDocument.parse(text).slices();
            StringBuilder joined = new StringBuilder();
            int at = 0;
            for (Slice slice : slices) {
                assertThat(slice.start()).as("seed %d", seed).isEqualTo(at);
                assertThat(slice.text()).as("seed %d", seed).isEqualTo(text.substring(slice.start(), slice.end()));
                at = slice.end();
                joined.append(slice.text());
            }
            assertThat(joined.toString()).as("seed %d", seed).isEqualTo(text);
        }
    }

    /** R1, R3. Guards against an encoding, mark or line end that is lost between import and export. */
    @Test
    void anUntouchedFileKeepsItsBytes() throws NotTextException {
        for (long seed = 0; seed < FILES; seed++) {
            String text = new Diaries(seed).next();
            for (EncodedText file : encodings(text)) {
                byte[] bytes = file.encode(file.text());
                EncodedText read = EncodedText.decode(bytes);
                TilDocument document = TilDocument.parse(read.text());
                String again = document.with(document.fields()).text();
                assertThat(read.encode(again)).as("seed %d %s", seed, file).isEqualTo(bytes);
            }
        }
    }

    /** Guards against fields that change by being saved unchanged, also through a form that sends CRLF. */
    @Test
    void savingWhatWasReadChangesNothing() {
        for (long seed = 0; seed < FILES; seed++) {
            TilDocument document = TilDocument.parse(new Diaries(seed).next());
            assertThat(document.with(document.fields())).as("seed %d", seed).isSameAs(document);
            assertThat(document.with(throughForm(document.fields())))
                    .as("seed %d", seed)
                    .isSameAs(document);
            assertThat(document.with(withoutOrigins(document.fields())).text())
                    .as("seed %d, a client that knows no origins", seed)
                    .isEqualTo(document.text());
        }
    }

    /** Decision 6. Guards against an edit that reaches into lines of another field. */
    @Test
    void editingOneFieldLeavesEveryOtherLineAlone() {
        int tried = 0;
        for (long seed = 0; seed < FILES; seed++) {
            Diaries diaries = new Diaries(seed);
            TilDocument document = TilDocument.parse(diaries.next());
            for (Edit edit : Edit.of(document.fields(), diaries)) {
                TilDocument edited = document.with(edit.after());
                String what = "seed " + seed + " " + edit.name() + "\n" + document.text() + "\n=====\n" + edited.text();
                assertThat(others(edited, edit)).as(what).isEqualTo(others(document, edit));
                assertThat(unchangedLines(document.text(), edited.text(), edit.lines()))
                        .as(what)
                        .isTrue();
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(FILES * 3);
    }

    /** Guards against words that are written where they are not found again. */
    @Test
    void whatIsWrittenIsReadBack() {
        int structural = 0;
        for (long seed = 0; seed < FILES; seed++) {
            Diaries diaries = new Diaries(seed);
            TilDocument document = TilDocument.parse(diaries.next());
            DayFields wanted = shuffled(document.fields(), diaries, new Random(seed));
            TilDocument edited = document.with(wanted);
            String what = "seed " + seed + "\n" + document.text() + "\n=====\n" + edited.text() + "\n=====\n" + wanted;
            assertThat(document.clashes(wanted)).as(what).isEmpty();
            assertThat(plain(edited.fields())).as(what).isEqualTo(plain(Tidy.fields(wanted)));
            assertThat(edited.date()).as(what).isEqualTo(document.date());
            structural += wanted.topics().size() != document.fields().topics().size() ? 1 : 0;
        }
        assertThat(structural).isGreaterThan(FILES / 4);
    }

    /** Guards against text that vanishes when the structure cannot hold it: it must stand in the file at least. */
    @Test
    void nothingThatWasTypedIsLostEvenWhereItBreaksTheStructure() {
        String[] breaking = {
            "### 참고 자료", "#### 주제 7: x", "- 오늘 할 일 : y", "```", "- 도전 과제 9: z", "[링크 제목](URL)", "<aside>", "---"
        };
        for (long seed = 0; seed < FILES; seed++) {
            Diaries diaries = new Diaries(seed);
            TilDocument document = TilDocument.parse(diaries.next());
            String line = breaking[(int) (seed % breaking.length)];
            String body = diaries.sentence() + "\n" + line + "\n" + diaries.sentence();
            DayFields fields = document.fields();
            List<Topic> topics = new ArrayList<>(fields.topics());
            topics.add(new Topic(DayFields.NEW, "제목", body));
            DayFields wanted = new DayFields(
                    fields.date(),
                    new Scrum(body, "", body, ""),
                    topics,
                    fields.challenges(),
                    body,
                    fields.references());
            String written = document.with(wanted).text().replace("\r\n", "\n").replace('\r', '\n');
            for (String typed : body.split("\n")) {
                assertThat(written.split("\n"))
                        .as("seed %d", seed)
                        .anyMatch(each -> each.strip().endsWith(typed));
            }
            boolean same = plain(document.with(wanted).fields()).equals(plain(Tidy.fields(wanted)));
            assertThat(document.clashes(wanted).isEmpty()).as("seed %d", seed).isEqualTo(same);
        }
    }

    private static List<EncodedText> encodings(String text) {
        List<EncodedText> all = new ArrayList<>(List.of(
                EncodedText.utf8(text),
                new EncodedText(text, StandardCharsets.UTF_8, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}),
                new EncodedText(text, StandardCharsets.UTF_16LE, new byte[] {(byte) 0xFF, (byte) 0xFE}),
                new EncodedText(text, StandardCharsets.UTF_16BE, new byte[] {(byte) 0xFE, (byte) 0xFF})));
        EncodedText cp949 = new EncodedText(text, Charset.forName("x-windows-949"), new byte[0]);
        if (cp949.canEncode(text)) {
            all.add(cp949);
        }
        return all;
    }

    private static DayFields throughForm(DayFields f) {
        return new DayFields(
                f.date(),
                f.scrum(),
                f.topics().stream()
                        .map(t -> new Topic(t.origin(), t.title(), t.body().replace("\n", "\r\n")))
                        .toList(),
                f.challenges().stream()
                        .map(c -> new Challenge(c.origin(), c.problem().replace("\n", "\r\n"), c.solution() + "\r\n"))
                        .toList(),
                f.retrospective().replace("\n", "\r\n"),
                f.references());
    }

    private static DayFields withoutOrigins(DayFields f) {
        return plain(f);
    }

    private static DayFields plain(DayFields f) {
        return new DayFields(
                null,
                f.scrum(),
                f.topics().stream()
                        .map(t -> new Topic(DayFields.NEW, t.title(), t.body()))
                        .toList(),
                f.challenges().stream()
                        .map(c -> new Challenge(DayFields.NEW, c.problem(), c.solution()))
                        .toList(),
                f.retrospective(),
                f.references().stream()
                        .map(r -> new Reference(DayFields.NEW, r.title(), r.url()))
                        .toList());
    }

    /** All text but that of the kind of slice that an edit may touch; for a topic, all other topics. */
    private static String others(TilDocument document, Edit edit) {
        StringBuilder text = new StringBuilder();
        int topic = 0;
        for (Slice slice : document.slices()) {
            boolean touched = slice.kind() == edit.kind();
            if (touched && slice.kind() == Slice.Kind.TOPIC && !isBlank(slice.text())) {
                touched = topic++ == edit.slice();
            }
            text.append(touched ? "" : slice.text());
        }
        return text.toString();
    }

    private static boolean isBlank(String text) {
        return Folded.of(text.replaceAll("\\R", " ")).isBlank();
    }

    /** Whether at most so many of the old lines are gone, the others still in their order (longest common subsequence). */
    private static boolean unchangedLines(String before, String after, int most) {
        List<String> old = Arrays.asList(before.split("(?<=\n)|(?<=\r)(?!\n)"));
        List<String> now = Arrays.asList(after.split("(?<=\n)|(?<=\r)(?!\n)"));
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return old.size() - common[0][0] <= most;
    }

    private static DayFields shuffled(DayFields f, Diaries diaries, Random random) {
        List<Topic> topics = new ArrayList<>(f.topics());
        List<Challenge> challenges = new ArrayList<>(f.challenges());
        List<Reference> references = new ArrayList<>(f.references());
        mix(
                topics,
                random,
                new Topic(DayFields.NEW, diaries.chance(4) ? "" : diaries.sentence(), diaries.paragraphs()));
        mix(
                challenges,
                random,
                new Challenge(DayFields.NEW, diaries.sentence(), diaries.chance(2) ? "" : diaries.sentence()));
        mix(
                references,
                random,
                new Reference(
                        DayFields.NEW, diaries.chance(2) ? "" : diaries.sentence(), "https://example.com/n?a=(b)"));
        Scrum scrum = random.nextBoolean()
                ? f.scrum()
                : new Scrum(
                        diaries.sentence(),
                        diaries.paragraphs(),
                        f.scrum().yesterdayTodo(),
                        diaries.chance(2) ? "" : diaries.sentence());
        return new DayFields(
                f.date(),
                scrum,
                topics,
                challenges,
                random.nextBoolean() ? f.retrospective() : diaries.paragraphs(),
                references);
    }

    private static <E> void mix(List<E> list, Random random, E added) {
        if (random.nextInt(3) == 0 && !list.isEmpty()) {
            list.remove(random.nextInt(list.size()));
        }
        if (random.nextInt(3) == 0) {
            Collections.shuffle(list, random);
        }
        if (random.nextInt(2) == 0) {
            list.add(random.nextInt(list.size() + 1), added);
        }
    }
}
