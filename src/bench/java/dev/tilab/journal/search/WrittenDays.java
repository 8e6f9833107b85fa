package dev.tilab.journal.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Days as somebody might have written them, 3 kB each, to measure the search with. Words are as frequent as in any language (Zipf's law,
 * exponent 1), and so are the syllables that the rare ones are made of: who takes every word from a short list measures a journal of
 * which every day says everything.
 */
final class WrittenDays {

    private static final List<String> NOUNS =
            List.of(("로드밸런서 서브넷 트랜잭션 인덱스 쿠버네티스 파드 컨테이너 이미지 빌드 배포 롤백 장애조치 고가용성 상태확인 대상그룹 오토스케일링 캐시 큐 메시지 람다"
                            + " 함수 권한 정책 역할 버킷 객체 수명주기 모니터링 지표 로그 알람 대시보드 네트워크 라우팅 게이트웨이 방화벽 보안그룹 인증서 도메인 레코드 쿼리 조인 정규화 락 데드락 격리수준 복제"
                            + " 샤딩 파티션 스레드 비동기 코루틴 힙 가비지컬렉션 프로파일링 테스트 리팩터링 의존성주입 스프링 하이버네이트 자바 파이썬 리액트 상태관리 ALB NAT t3.micro HTTP"
                            + " 502 nginx kubectl docker compose Multi-AZ instance balanced load queue timeout retries health_check"
                            + " 0.0.0.0/0 SELECT index")
                    .split(" "));

    /** The most frequent ones of Korean texts come first. */
    private static final String SYLLABLES = "이다는에가을고를하은의지서도한로기사리나아시스대자어인해일정그부수제상보과만장전"
            + "들소라우구주트오성요면공원신것여마안조동무세있었드게으비내모생물성음방교학년용개경와실분재계국당발화미연"
            + "적때거단영양유진중선위통치관간식말문현체입회차타파카터력민약결계산행설명크람니러바데버레백남북문습득량활";

    private static final String[] PARTICLES = {"을", "를", "이", "가", "은", "는", "에", "에서", "의", "로", "와", ""};

    private static final String[] VERBS = {
        "배웠다", "만들었다", "설정했다", "고쳤다", "나눴다", "실패했다", "이해했다", "어려웠다", "느렸다", "찾았다", "바꾸었다", "정리했다", "늘렸다", "줄였다", "지웠다",
        "옮겼다", "물어보았다", "기다렸다", "시작했다", "끝냈다"
    };

    private final List<String> words;

    /** Chance that a word is one of the first n. */
    private final double[] upTo;

    private WrittenDays(List<String> words) {
        this.words = words;
        upTo = new double[words.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
        for (int i = 0; i < upTo.length; i++) {
            upTo[i] /= sum;
        }
    }

    /** Of 20,000 words. Those that are asked for are spread over the first thousand, as a journal's subjects are. */
    static WrittenDays usual() {
        Random random = new Random(11);
        Set<String> made = new LinkedHashSet<>();
        while (made.size() < 20_000) {
            StringBuilder word = new StringBuilder();
            for (int n = 2 + random.nextInt(3); n > 0; n--) {
                word.append(SYLLABLES.charAt((int) (SYLLABLES.length() * Math.pow(random.nextDouble(), 1.8))));
            }
            made.add(word.toString());
        }
        List<String> words = new ArrayList<>(made);
        List<String> subjects = new ArrayList<>(NOUNS);
        Collections.shuffle(subjects, random);
        for (int i = 0; i < subjects.size(); i++) {
            words.add(10 + i * 10, subjects.get(i));
        }
        return new WrittenDays(words);
    }

    /** The worst there can be: of 90 words, so that nearly every day holds nearly every one. */
    static WrittenDays repeating() {
        return new WrittenDays(NOUNS);
    }

    String day(LocalDate date, Random random) {
        StringBuilder day =
                new StringBuilder("# TIL Template\n\n## 날짜: ").append(date).append("\n\n### 스크럼\n");
        day.append("- 오늘 할 일 : ").append(sentence(random)).append("\n\n### 새로 배운 내용\n");
        int topics = 2 + random.nextInt(3);
        for (int i = 1; i <= topics; i++) {
            day.append("#### 주제 ").append(i).append(": ").append(word(random)).append("와 ");
            day.append(word(random)).append("\n\n");
            for (int n = 0; n < 9; n++) {
                day.append(sentence(random)).append(n % 3 == 2 ? "\n\n" : " ");
            }
        }
        day.append("### 오늘의 도전 과제와 해결 방법\n- 도전 과제 1: ").append(sentence(random));
        day.append("\n  - 해결 방법: ").append(sentence(random)).append("\n\n### 오늘의 회고\n- ");
        return day.append(sentence(random))
                .append(sentence(random))
                .append('\n')
                .toString();
    }

    private String sentence(Random random) {
        StringBuilder sentence = new StringBuilder();
        for (int n = 4 + random.nextInt(6); n > 0; n--) {
            sentence.append(word(random)).append(one(PARTICLES, random)).append(' ');
        }
        return sentence.append(one(VERBS, random)).append('.').toString();
    }

    private String word(Random random) {
        int at = java.util.Arrays.binarySearch(upTo, random.nextDouble());
        return words.get(Math.min(words.size() - 1, at < 0 ? -at - 1 : at));
    }

    private static String one(String[] words, Random random) {
        return words[random.nextInt(words.length)];
    }
}
