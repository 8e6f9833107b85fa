package dev.tilab.journal.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Diaries put together by the rules by which people were seen to write them (R6, R12 to R14, R17 to R20, R22 to R26, R33): every
 * section that a reader sees is one, and what stands in it is read there. Guards against a way of writing that is right alone and
 * takes the next section with it.
 */
class GeneratedDiariesTest {

    private static final int DIARIES = 2_000;

    private static final List<String> TITLES = List.of(
            "",
            "",
            "",
            "# TIL",
            "# TIL Template",
            "# 🧾TIL",
            "# ☁︎ TIL",
            "# Today I Learned",
            "# 📚 Today I learn",
            "# 웹 개념, JS");

    private static final List<String> DATES = List.of(
            "## 날짜: 2025-03-06",
            "## 날짜: 2025-03-06 ☕ 졸림",
            "날짜: 2025-03-06",
            "## 2025-02-04",
            "# 2024-12-01",
            "## 📆 2024-11-29",
            "#### 날짜: 2025-03-06",
            "## 날짜 : 2025-03-06",
            "- 날짜: 2025-03-06",
            "## ✧˚ ༘⋆ 2025-02-27 Thu ✧˚",
            "## 날짜: YYYY-MM-DD",
            "");

    private static final Map<DaySection, List<String>> NAMES = new EnumMap<>(Map.of(
            DaySection.SCRUM, List.of("스크럼", "데일리 스크럼", "Scrum"),
            DaySection.TOPICS,
                    List.of(
                            "새로 배운 내용",
                            "새로 배운 내용 (내 언어로 정리하기)",
                            "오늘 배운 내용",
                            "학습 내용",
                            "학습내용",
                            "공부한 내용",
                            "오늘 배운 것",
                            "알게 된 점",
                            "What I learned"),
            DaySection.CHALLENGES,
                    List.of(
                            "오늘의 도전 과제와 해결 방법",
                            "오늘의 도전 과제",
                            "오늘의 이슈",
                            "오늘의 이슈와 해결 방법",
                            "트러블 슈팅",
                            "어려웠던 점",
                            "문제점",
                            "Challenges",
                            "Blockers"),
            DaySection.RETROSPECTIVE,
                    List.of("오늘의 회고", "금일 회고", "회고", "느낀점", "느낀 점", "KPT", "Retrospective", "Reflection"),
            DaySection.REFERENCES,
                    List.of("참고 자료 및 링크", "참고자료 및 링크", "참고 링크 (선택)", "참고", "출처", "References", "Links", "Resources")));

    /** Without those that answer a question of the scrum, as "Todo" does. */
    private static final List<String> EXTRAS =
            List.of("오늘의 기록", "오늘 한 일", "오늘 한 작업", "학습 계획", "주간 목표", "내일 할 일", "개선할 점", "Goals", "Plan", "Tomorrow");

    private static final List<String> EMOJI = List.of("", "", "", "📌 ", "✅ ", "🔥", ":memo: ");

    @Test
    void everySectionThatAReaderSeesIsRead() {
        Map<String, List<String>> missed = new TreeMap<>();
        int whole = 0;
        for (int seed = 0; seed < DIARIES; seed++) {
            Diary diary = new Diary(new Random(seed));
            List<String> lost = diary.lost(TilDocument.parse(diary.text()));
            whole += lost.isEmpty() ? 1 : 0;
            for (String what : lost) {
                missed.computeIfAbsent(what, key -> new ArrayList<>()).add(seed + ":\n" + diary.text());
            }
        }
        System.out.printf("%d of %d generated diaries have all of their sections%n", whole, DIARIES);
        assertThat(missed.entrySet().stream()
                        .map(each -> each.getKey() + " × " + each.getValue().size() + ", as in "
                                + each.getValue().get(0))
                        .collect(Collectors.joining("\n\n")))
                .isEmpty();
    }

    /** One diary, with a word of its own in each section. */
    private static final class Diary {

        private final Random random;
        private final StringBuilder text = new StringBuilder();
        private final Map<DaySection, String> words = new EnumMap<>(DaySection.class);
        private String extra = "";
        private final String end;

        Diary(Random random) {
            this.random = random;
            this.end = random.nextInt(20) == 0 ? "\r\n" : "\n";
            int level = random.nextInt(4) == 0 ? 2 : 3;
            boolean mixed = random.nextInt(11) == 0;
            String emoji = any(EMOJI);
            line(any(TITLES));
            line("");
            line(any(DATES));
            line("");
            List<DaySection> sections = new ArrayList<>(Stream.of(DaySection.values())
                    .filter(NAMES::containsKey)
                    .filter(each -> random.nextInt(4) > 0)
                    .toList());
            if (random.nextInt(20) == 0) {
                Collections.shuffle(sections, random);
            }
            int extraBehind = random.nextInt(3) == 0 ? random.nextInt(5) : -1;
            for (int i = 0; i < sections.size(); i++) {
                int own = mixed && random.nextBoolean() ? 5 - level : level;
                // Everyday words are sections only as high as the section before them.
                section(sections.get(i), own, emoji, !mixed && i > 0);
                if (i == extraBehind) {
                    extra = "덤낱말";
                    line("#".repeat(own) + " " + emoji + any(EXTRAS));
                    line("- " + extra);
                    line("");
                }
            }
        }

        private void section(DaySection section, int level, String emoji, boolean everyday) {
            String word = section.path() + "낱말";
            words.put(section, word);
            List<String> names = NAMES.get(section);
            String name = any(
                    names.stream().filter(each -> everyday || !isEveryday(each)).toList());
            line("#".repeat(level) + " " + emoji + (random.nextInt(8) == 0 ? "**" + name + "**" : name)
                    + (random.nextInt(8) == 0 ? ":" : ""));
            if (random.nextBoolean()) {
                line("");
            }
            switch (section) {
                case SCRUM -> scrum(word);
                case TOPICS -> topics(word, level);
                case CHALLENGES -> challenges(word, level);
                case RETROSPECTIVE ->
                    line(any(List.of(word + " 느린 하루였다.", "- " + word, "> " + word, "**" + word + "**", "1. " + word)));
                case REFERENCES -> references(word);
            }
            line("");
            if (random.nextInt(4) == 0) {
                line("---");
                line("");
            }
        }

        private static boolean isEveryday(String name) {
            Folded folded = Folded.of(name);
            return Role.of(Label.of(folded, 0, folded.length())).isEmpty();
        }

        private void scrum(String word) {
            line(any(List.of(
                    "- 오늘 할 일 : " + word,
                    "- 오늘 할 일: " + word,
                    "- 오늘 할 일\n" + word,
                    "- 오늘 할 일:\n  - " + word + "\n  - 빨래",
                    "- 학습 목표 1 : " + word,
                    "- " + word + "\n- 빨래",
                    "1. " + word,
                    "- 어제 한 일: 빨래\n- 예상되는 이슈: " + word,
                    "* 특이사항 : " + word)));
        }

        private void topics(String word, int level) {
            String hashes = "#".repeat(level + 1);
            line(any(List.of(
                    hashes + " 주제 1: RDB\n" + word + "\n" + hashes + " 주제 2: ELB\n본문",
                    hashes + " 주제 1: " + word + "\n본문\n\n## 글 속의 제목\n- 목록",
                    hashes + " 주제 : RDB\n```sh\n# 글 속의 코드\n```\n" + word,
                    hashes + " 네트워크와 KVM\n" + word + "\n\n" + hashes + " 다른 것\n본문",
                    hashes + " **주제 9.** RDB\n| a | b |\n|---|---|\n| " + word + " | 2 |",
                    "**굵은 제목**\n" + word,
                    word + " 제목 없는 글",
                    "- 목록 " + word + "\n    - 깊이")));
        }

        private void challenges(String word, int level) {
            String hashes = "#".repeat(level + 1);
            line(any(List.of(
                    "- 도전 과제 1: " + word + "\n  - 해결 방법: 다시 했다",
                    hashes + " 도전 과제 1: 문제\n" + hashes + " 해결 방법: " + word,
                    hashes + " " + word + "\n다시 했다",
                    "- 안 됐다 " + word + "\n  → 됐다",
                    word + " 그냥 글",
                    "1. " + word)));
        }

        private void references(String word) {
            line(any(List.of(
                    "- [" + word + "](https://a.kr/x)",
                    "- https://a.kr/" + word,
                    word + " → [링크](https://a.kr)",
                    "[🔗](https://a.kr) " + word,
                    "- 책: " + word + " 3장")));
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private void line(String line) {
            text.append(line.replace("\n", end)).append(end);
        }

        String text() {
            return text.toString();
        }

        /** The sections whose word is not read in them. */
        List<String> lost(TilDocument read) {
            List<String> lost = new ArrayList<>();
            words.forEach((section, word) -> {
                boolean there = read.fields().rows(section).stream()
                        .flatMap(row -> row.texts().stream())
                        .anyMatch(each -> each.contains(word));
                // A scrum may have lines of its own that answer none of the template's questions; they stay beside it
                // (R24).
                boolean beside = section == DaySection.SCRUM && isIn(read.extras(), word);
                if (!there && !beside) {
                    lost.add(section.path());
                }
            });
            if (!extra.isEmpty() && !isIn(read.extras(), extra)) {
                lost.add("extra section");
            }
            return lost;
        }

        private static boolean isIn(List<Section> sections, String word) {
            return sections.stream().anyMatch(section -> (section.title() + section.body()).contains(word));
        }
    }
}
