package dev.tilab.cloud.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tilab.cloud.balancer.listener.RuleProblem.Kind;
import dev.tilab.cloud.network.Ipv4;
import dev.tilab.simulation.engine.RandomStream;
import dev.tilab.simulation.engine.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rule a request meets, as AWS documents it. */
class RulesTest {

    private static final List<String> GROUPS = List.of("login", "api", "api-v2", "chat");

    private static Rules rules(String text) throws InvalidRulesException {
        return RuleText.read(text, GROUPS);
    }

    private static String of(Rules rules, String path) {
        Action action = rules.decide(HttpRequest.get("shop.kr", path)).action();
        return action instanceof Action.Forward to ? to.group(0) : action.toString();
    }

    @Test
    void theFirstRuleThatIsMetDecidesAndOtherwiseTheDefault() throws InvalidRulesException {
        Rules shop = rules("10 /login* login; 20 /api* api; 30 /chat* chat; default 404");
        assertThat(of(shop, "/login")).isEqualTo("login");
        assertThat(of(shop, "/api/orders")).isEqualTo("api");
        assertThat(shop.decide(HttpRequest.get("shop.kr", "/")))
                .isEqualTo(new Rules.Decision(Rules.OTHERWISE, 3, new Action.Fixed(404)));
    }

    /** Guards against rules that are asked in the order of the text, and against a swap that changes nothing. */
    @Test
    void priorityDecidesAndNotTheOrderOfTheText() throws InvalidRulesException {
        String[] lines = {"10 /api/v2* api-v2", "20 /api* api", "30 /* login", "default 404"};
        Rules inOrder = rules(String.join(";", lines));
        List<String> shuffled = new ArrayList<>(Arrays.asList(lines));
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(shuffled, random);
            assertThat(rules(String.join("\n", shuffled))).isEqualTo(inOrder);
        }
        assertThat(of(inOrder, "/api/v2/x")).isEqualTo("api-v2");
        Rules swapped = rules("20 /api* api; 10 /* login; default 404");
        assertThat(of(swapped, "/api/v2/x"))
                .as("whoever takes everything takes it all")
                .isEqualTo("login");
    }

    @ParameterizedTest
    @CsvSource({
        "/api*, /api, true",
        "/api*, /api/orders/7, true",
        "/api*, /API, false",
        "/api/*, /api, false",
        "/img/?.png, /img/a.png, true",
        "/img/?.png, /img/.png, false",
        "/a*b*c, /aXbXbc, true",
        "/a*b*c, /aXcXb, false",
    })
    void pathsMatchByCaseAndWildcards(String pattern, String path, boolean met) {
        assertThat(new Condition.Path(List.of(pattern)).isMetBy(HttpRequest.get("shop.kr", path)))
                .isEqualTo(met);
    }

    /** Guards against a matcher of our own that errs where regular expressions do not. */
    @Test
    void wildcardsMatchAsTheyWouldAsRegularExpressions() {
        RandomStream random = new RandomStreams(3).stream("wildcards", 0);
        for (int i = 0; i < 20_000; i++) {
            String pattern = word(random, "ab*?", 7);
            String value = word(random, "ab", 9);
            String regex = pattern.replace("*", ".*").replace("?", ".");
            assertThat(new Wildcard(pattern, true).matches(value))
                    .as("%s on %s", pattern, value)
                    .isEqualTo(Pattern.matches(regex, value));
        }
    }

    private static String word(RandomStream random, String letters, int most) {
        StringBuilder word = new StringBuilder();
        for (int left = (int) (random.nextDouble() * (most + 1)); left > 0; left--) {
            word.append(letters.charAt((int) (random.nextDouble() * letters.length())));
        }
        return word.toString();
    }

    @Test
    void hostsHeadersAndQueriesDoNotMindCaseAndMethodsDo() throws InvalidRulesException {
        Rules all = rules(
                "10 host=*.Shop.kr method=GET header:x-version=2* query:LANG=ko source=10.0.0.0/8 api; default 403");
        HttpRequest met = new HttpRequest(
                "GET",
                "www.shop.KR",
                "/",
                List.of(Map.entry("lang", "KO")),
                List.of(Map.entry("X-Version", "1"), Map.entry("X-Version", "2.7")),
                Ipv4.of("10.1.2.3"));
        assertThat(all.decide(met).rule()).isZero();
        List<HttpRequest> missed = List.of(
                new HttpRequest("get", met.host(), "/", met.query(), met.headers(), met.source()),
                new HttpRequest("GET", "shop.kr", "/", met.query(), met.headers(), met.source()),
                new HttpRequest("GET", met.host(), "/", List.of(), met.headers(), met.source()),
                new HttpRequest("GET", met.host(), "/", met.query(), List.of(), met.source()),
                new HttpRequest("GET", met.host(), "/", met.query(), met.headers(), Ipv4.of("11.1.2.3")));
        assertThat(missed).allMatch(request -> all.decide(request).rule() == Rules.OTHERWISE);
    }

    @Test
    void weightsShareOut() throws InvalidRulesException {
        Rules canary = rules("10 /* api*3+api-v2*1; default 404");
        Action.Forward forward = (Action.Forward) canary.rules().get(0).action();
        assertThat(forward.weight()).isEqualTo(4);
        assertThat(List.of(forward.group(0), forward.group(2), forward.group(3)))
                .containsExactly("api", "api", "api-v2");
    }

    /** Guards against a reader that stops at the first thing that is wrong, and against one that lets something pass. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 /a api; default 404 | PRIORITY",
                "50001 /a api; default 404 | PRIORITY",
                "x /a api; default 404 | PRIORITY",
                "5 /a api; 5 /b api; default 404 | PRIORITY_TWICE",
                "5 api; default 404 | NO_CONDITION",
                "5 colour=red api; default 404 | CONDITION",
                "5 /a /b api; default 404 | CONDITION_TWICE",
                "5 /a,, api; default 404 | VALUE",
                "5 method=get api; default 404 | VALUE",
                "5 source=10.0.0.1/8 api; default 404 | VALUE",
                "5 path=login api; default 404 | VALUE",
                "5 /a,/b,/c,/d api; default 404 | VALUES",
                "5 /a,/b,/c host=x.kr,y.kr,z.kr api; default 404 | VALUES_OF_RULE",
                "5 /*a*b*c*d*e*f api; default 404 | WILDCARDS",
                "5 /a; default 404 | ACTION",
                "5 /a api now; default 404 | ACTION",
                "5 /a web; default 404 | GROUP",
                "5 /a api*1000; default 404 | WEIGHT",
                "5 /a 302; default 404 | STATUS",
                "5 /a 600; default 404 | STATUS",
                "5 /a api; default /x 404 | DEFAULT_CONDITION",
                "5 /a api | DEFAULT_MISSING",
                "5 /a api; default 404; default 503 | DEFAULT_TWICE",
                "x colour=red web | PRIORITY CONDITION GROUP DEFAULT_MISSING",
            })
    void everythingThatIsWrongIsNamedAtOnce(String text, String kinds) {
        InvalidRulesException refused = catchThrowableOfType(InvalidRulesException.class, () -> rules(text));
        assertThat(refused).as(text).isNotNull();
        assertThat(refused.problems())
                .extracting(RuleProblem::kind)
                .containsExactlyInAnyOrder(
                        Arrays.stream(kinds.split(" ")).map(Kind::valueOf).toArray(Kind[]::new));
    }

    @Test
    void aHundredRulesAreAsManyAsABalancerHas() throws InvalidRulesException {
        StringBuilder text = new StringBuilder("default 404");
        for (int i = 1; i <= 100; i++) {
            text.append(";").append(i).append(" /").append(i).append(" api");
        }
        assertThat(rules(text.toString())
                        .decide(HttpRequest.get("shop.kr", "/100"))
                        .asked())
                .isEqualTo(100);
        InvalidRulesException refused =
                catchThrowableOfType(InvalidRulesException.class, () -> rules(text + ";101 /x api"));
        assertThat(refused.problems()).containsExactly(new RuleProblem(102, Kind.RULES, "101"));
    }
}
