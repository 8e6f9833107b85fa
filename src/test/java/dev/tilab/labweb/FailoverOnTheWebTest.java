package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tilab.labs.failover.FailoverLab;
import dev.tilab.labweb.LabPage.ClaimRow;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** The failover lab as the web sees it. */
class FailoverOnTheWebTest {

    private static final String API = "/api/v1/labs/failover";

    private final MockMvc mvc = LabMvc.of(new FailoverLab());

    @Test
    void aFaultInTheAddressIsRunOnEveryTopologyAsked() throws Exception {
        JsonNode run =
                json(API + "/run?topologies=single-az,multi-az-cluster&fault=az-outage@30s&duration=120s&seed=4", 200);

        assertThat(run.path("scenario").path("at").asString()).isEqualTo("30s:fail-zone:az-a");
        JsonNode cluster = run.path("lanes").path(1);
        assertThat(cluster.path("topology").asString()).isEqualTo("multi-az-cluster");
        assertThat(cluster.path("outageSeconds").path("first").asDouble()).isBetween(5.0, 35.0);
        assertThat(cluster.path("phases").path(0).path("name").asString()).isEqualTo("fault");
        assertThat(cluster.path("phases").path(0).path("atSeconds").asDouble()).isEqualTo(30);
        assertThat(cluster.path("commitMs").path("p50").asDouble()).isPositive();
        assertThat(run.path("lanes").path(0).path("outageSeconds").path("first").isNull())
                .isTrue();
    }

    @Test
    void whatIsWrongIsNamedWithWhatWouldBeRight() throws Exception {
        JsonNode problem = json(API + "/run?topologies=moon&at=1s:fail-zone:az-z&fault=meteor@1s", 400);

        assertThat(problem.path("errors").findValuesAsString("code"))
                .containsExactly("not-a-choice", "unknown-subject", "not-a-fault");
        assertThat(problem.toString()).contains("az-a,az-b,az-c");
    }

    @Test
    void aClaimIsAnsweredOnThePageOfItsSituationWhateverTheSeed() throws Exception {
        Map<String, Object> page =
                page("/labs/failover?topologies=multi-az-instance,multi-az-proxy&duration=180s&seed=5"
                        + "&at=30s:fail-zone:az-a");

        List<?> claims = (List<?>) page.get("claims");
        assertThat(claims).hasSize(14).allSatisfy(each -> {
            ClaimRow claim = (ClaimRow) each;
            assertThat(claim.answer()).isEqualTo(claim.id().equals("proxy-shortens") ? "shorter" : null);
            assertThat(claim.href()).startsWith("/labs/failover?topologies=");
        });
        assertThat(page("/labs/failover?topologies=x").get("claims"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(14);
    }

    /** Guards against a histogram that depends on how it was asked for. */
    @Test
    void replicationsInPartsAreThoseAskedForAtOnce() throws Exception {
        String query = API + "/replications?topologies=multi-az-instance&fault=az-outage@30s&duration=150s&runs=";
        JsonNode whole = json(query + "6", 200).path("lanes").path(0).path("firstSeconds");
        JsonNode rest = json(query + "4&from=2", 200).path("lanes").path(0).path("firstSeconds");

        assertThat(whole).hasSize(6);
        for (int run = 0; run < 4; run++) {
            assertThat(rest.path(run)).isEqualTo(whole.path(run + 2));
            assertThat(rest.path(run).asDouble()).isBetween(60.0, 120.0);
        }
        json(query + "101", 400);
        json(query + "many", 400);
        LabMvc.of(new CannedLab())
                .perform(get("/api/v1/labs/load-balancing/replications"))
                .andExpect(status().isNotFound());
    }

    private Map<String, Object> page(String address) throws Exception {
        return mvc.perform(get(URI.create(address)))
                .andReturn()
                .getModelAndView()
                .getModel();
    }

    private JsonNode json(String address, int expectedStatus) throws Exception {
        return LabJson.MAPPER.readTree(mvc.perform(get(URI.create(address)))
                .andExpect(status().is(expectedStatus))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }
}
