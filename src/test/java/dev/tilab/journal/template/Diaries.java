package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up diary files in the shapes that real ones have. The same seed gives the same file. */
final class Diaries {
    private static final String[] WORDS = {
        "로드 밸런서",
        "가용 영역",
        "RDS",
        "Multi-AZ",
        "연결이 끊겼다",
        "설정을 바꿨다",
        "health check",
        "`curl -v`",
        "**굵게**",
        "대상 그룹",
        "S3 버킷",
        "C#",
        "a < b",
        "1.5배",
        "그래서 다시 해 봤다.",
        "🙂",
        "❤️",
        "[링크](https://example.com)",
        "x*y",
        "→ 결과가 달랐다"
    };

    private final Random random;
    private final List<String> lines = new ArrayList<>();

    Diaries(long seed) {
        random = new Random(seed);
    }

    String next() {
        lines.clear();
        int form = random.nextInt(10);
        if (form == 0) {
            freeForm();
        } else if (form == 1) {
            plainLabels();
        } else {
            sections();
        }
        return ended();
    }

    /** Words that are no label, heading or marker of anything. */
    String sentence() {
        StringBuilder text = new StringBuilder("문장");
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.append(' ').append(random.nextInt(1000)).toString();
    }

    /** Several lines that are no label of anything: paragraphs, lists, code. */
    String paragraphs() {
        List<String> text = new ArrayList<>();
        text.add(sentence());
        for (int i = random.nextInt(4); i > 0; i--) {
            switch (random.nextInt(5)) {
                case 0 -> {
                    text.add("");
                    text.add(sentence());
                }
                case 1 -> {
                    text.add("- " + sentence());
                    text.add("    - " + sentence());
                }
                case 2 -> {
                    text.add("");
                    text.add("```sh");
                    text.add("# " + sentence());
                    text.add("### 오늘의 회고");
                    text.add("```");
                }
                case 3 -> text.add("> " + sentence());
                default -> text.add(sentence());
            }
        }
        return String.join("\n", text);
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private void add(String text) {
        lines.addAll(List.of(text.split("\n", -1)));
    }

    private void blank() {
        for (int i = random.nextInt(3); i > 0; i--) {
            lines.add(oneOf("", "", "", "  ", "\u2800", "\u00a0"));
        }
    }

    private void freeForm() {
        if (chance(2)) {
            add(oneOf("# 2025-03-06", "## 📆 2024-11-29", "# TIL", "## ✧˚ ༘⋆ 2025-02-27 Thu ✧˚"));
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            if (chance(2)) {
                add("#".repeat(1 + random.nextInt(4)) + " " + sentence());
            }
            add(paragraphs());
            blank();
        }
    }

    private void plainLabels() {
        add("TIL Template\n날짜: 2024-10-0" + (1 + random.nextInt(9)));
        add("스크럼");
        scrum();
        add("새로 배운 내용\n주제 1: " + sentence() + "\n" + paragraphs());
        add("오늘의 도전 과제\n" + sentence());
        add("오늘의 회고\n" + sentence());
        add("참고 자료 및 링크\nhttps://example.com/" + random.nextInt(9));
    }

    private void sections() {
        if (chance(2)) {
            add(oneOf("# TIL Template", "## TIL", "🧾TIL", "# Today I Learned"));
            blank();
        }
        if (!chance(5)) {
            add(oneOf(
                    "## 날짜: 2025-03-06",
                    "## 날짜 : 2025-03-06 ☁️ 흐림",
                    "날짜: 2025-03-06",
                    "- 날짜: 2025.3.6",
                    "## 2025 - 03 - 06",
                    "## 날짜: 2025-03-",
                    "## 날짜: YYYY-MM-DD",
                    "**날짜: 2025-03-06**",
                    "## 날짜：2024-11-30~12-01",
                    "## 📆 2024-11-23_24"));
            blank();
        }
        if (chance(6)) {
            add(paragraphs());
            blank();
        }
        String hashes = oneOf("##", "###", "###", "###");
        int[] order = {0, 1, 2, 3, 4};
        if (chance(5)) {
            int i = random.nextInt(5);
            int j = random.nextInt(5);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        for (int section : order) {
            if (chance(4)) {
                continue;
            }
            section(hashes, section);
            if (chance(12)) {
                section(hashes, section);
            }
            if (chance(9)) {
                add(hashes + " " + oneOf("오늘 한 일", "주간 목표", "결과") + "\n" + paragraphs());
            }
            if (chance(9)) {
                add("---");
                blank();
            }
        }
    }

    private void section(String hashes, int section) {
        switch (section) {
            case 0 -> {
                add(hashes + " " + oneOf("스크럼", "데일리 스크럼", "📝 스크럼", "**스크럼**", "Scrum"));
                scrum();
            }
            case 1 -> {
                add(hashes + " " + oneOf("새로 배운 내용", "오늘 배운 내용", "학습 내용", "새로 배운 내용 & 회고", "What I learned"));
                topics(hashes);
            }
            case 2 -> {
                add(hashes + " " + oneOf("오늘의 도전 과제와 해결 방법", "트러블 슈팅", "오늘의 이슈"));
                challenges(hashes);
            }
            case 3 -> {
                add(hashes + " " + oneOf("오늘의 회고", "회고", "느낀점", ":memo: 금일 회고", "회고: " + sentence()));
                if (!chance(5)) {
                    add(oneOf(paragraphs(), "- " + sentence()));
                }
            }
            default -> {
                add(hashes + " " + oneOf("참고 자료 및 링크", "참고 링크 (선택)", "References"));
                references();
            }
        }
        blank();
    }

    private void scrum() {
        switch (random.nextInt(7)) {
            case 0 ->
                add("- 오늘 할 일\n" + sentence() + "\n- 특이사항 : " + sentence() + "\n- 작일 할 일 : " + sentence()
                        + "\n- 작일 회고 : ");
            case 1 -> add("- 학습 목표 1 : " + sentence() + "\n- 학습 목표 2 : " + sentence());
            case 2 -> add("- **오늘 할 일:** " + sentence() + "\n    - " + sentence() + "\n- **예상되는 이슈:** " + sentence());
            case 3 -> add("- " + sentence() + "\n- " + sentence());
            case 4 -> add("오늘 할 일\n- " + sentence() + "\n- " + sentence() + "\n어제 한 일\n- " + sentence());
            case 5 -> add("- 특이사항 : " + sentence() + "\n- 기분 : " + sentence() + "\n- 오늘 할 일 : " + sentence());
            default -> {}
        }
    }

    private void topics(String hashes) {
        int form = random.nextInt(5);
        int count = random.nextInt(4);
        if (chance(4)) {
            add(paragraphs());
            blank();
        }
        for (int i = 1; i <= count; i++) {
            switch (form) {
                case 0 -> add(hashes + "# 주제 " + i + ": " + sentence());
                case 1 -> add("# **주제 " + (i + 1) + ".** " + sentence());
                case 2 -> add(hashes + "# " + sentence());
                case 3 -> add("**" + sentence().replace("*", "") + "**");
                default -> add("#### 주제 : " + sentence());
            }
            if (!chance(5)) {
                blank();
                add(paragraphs());
            }
            if (form < 2 && chance(4)) {
                add("\n## " + sentence() + "\n\n" + paragraphs());
            }
            blank();
        }
    }

    private void challenges(String hashes) {
        switch (random.nextInt(6)) {
            case 0 -> add("- 도전 과제 1: " + sentence() + "\n- 도전 과제 2: " + sentence());
            case 1 ->
                add("- 도전 과제 1: " + sentence() + "\n    - 해결 방법: " + sentence() + "\n- 도전 과제 2: " + sentence()
                        + "\n    - " + sentence());
            case 2 -> add(hashes + "# " + sentence() + "\n" + paragraphs());
            case 3 -> add(paragraphs());
            case 4 -> add("- 문제 : " + sentence() + "\n- 해결 : " + sentence());
            default -> {}
        }
    }

    private void references() {
        for (int i = random.nextInt(4); i > 0; i--) {
            add(oneOf(
                    "- [" + sentence().replace("[", "").replace("]", "") + "](https://example.com/a_(b))",
                    "- https://example.com/" + random.nextInt(99),
                    "https://example.com/" + random.nextInt(99),
                    "- [링크 제목](URL)",
                    "- ",
                    "- 교재 3장",
                    "* AWS 문서 : https://docs.example.com",
                    "![그림](attachment:1:a.png)"));
        }
    }

    private String ended() {
        String usual = oneOf("\n", "\n", "\n", "\r\n", "\r");
        boolean mixed = chance(6);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(lines.get(i));
            if (i + 1 < lines.size() || !chance(3)) {
                text.append(mixed ? oneOf("\n", "\r\n") : usual);
            }
        }
        return text.toString();
    }
}
