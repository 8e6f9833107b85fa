package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address on its way: the autosave of a whole day waited for it. */
class TypedAddressTest {

    @ParameterizedTest
    @CsvSource({
        "naver.com/x, https://naver.com/x",
        "docs.spring.io, https://docs.spring.io",
        "docs.rs, https://docs.rs",
        "example.com/README.md, https://example.com/README.md",
        "한글.kr/글, https://한글.kr/글",
        "example.com:8443/a?b=c#d, https://example.com:8443/a?b=c#d",
        "localhost:8080/journal, http://localhost:8080/journal",
        "127.0.0.1:9090, http://127.0.0.1:9090",
        "https://docs.aws.amazon.com/elb, https://docs.aws.amazon.com/elb",
        "mailto:me@example.com, mailto:me@example.com"
    })
    void whatLooksLikeAHostIsAnAddress(String typed, String address) {
        assertThat(TypedAddress.of("문서", typed)).isEqualTo(new TypedAddress("문서", address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asdf",
                "http:/",
                "https:",
                "https://",
                "naver.c",
                "naver.com:",
                "책 3장",
                "https://a.b/x 3장",
                "Chapter: 3",
                "javascript:",
                "3.14",
                "C:\\a",
                "localhost:",
                "README.md",
                "2025-03-06.md",
                "application.yml",
                "강의 자료.pdf",
                "Test.java"
            })
    void whatIsNoAddressIsKeptAsWords(String typed) {
        assertThat(TypedAddress.of("문서", typed)).isEqualTo(new TypedAddress("문서 " + typed, ""));
        assertThat(TypedAddress.of("", typed)).isEqualTo(new TypedAddress(typed, ""));
    }

    /** Whoever typed that meant it, and is told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert( 1 )",
                "data:text/html,x",
                "ftp://example.com",
                "file:///etc/passwd"
            })
    void anAddressOfAnotherKindIsLeftToTheRule(String typed) {
        assertThat(TypedAddress.of("문서", typed).url()).isEqualTo(typed);
    }

    /** Each keystroke is a state that may be saved: none of them may hold the day back, and the last one is the address. */
    @Test
    void everyBeginningOfAnAddressCanBeSaved() {
        for (String address :
                List.of("https://docs.aws.amazon.com/elb/latest", "naver.com/x?y=1", "mailto:me@example.com")) {
            for (int end = 1; end <= address.length(); end++) {
                String url = TypedAddress.of("", address.substring(0, end)).url();
                assertThat(url.isEmpty() || !Rules.scheme(url).isEmpty())
                        .as(address.substring(0, end))
                        .isTrue();
            }
        }
    }
}
