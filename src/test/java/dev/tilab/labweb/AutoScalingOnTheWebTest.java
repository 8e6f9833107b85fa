package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tilab.labs.Labs;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.lab.Scenario;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** The auto-scaling lab as the API gives it. */
class AutoScalingOnTheWebTest {

    private static final String API = "/api/v1/labs/auto-scaling";

    private final Lab<?> lab = Labs.find("auto-scaling").orElseThrow();
    private final MockMvc mvc = LabMvc.of(lab);

    @Test
    void aRunGivesTheFiguresThatAreAskedFor() throws Exception {
        mvc.perform(get(API
                        + "/run?policies=fixed,simple&traffic=spike&baseRate=100&peakRate=700&rushAt=30m&duration=2h"
                        + "&desired=4&min=2&max=18&lowThreshold=1&cooldown=300s&warmup=60s&metricPeriod=60s&launchTime=90s&seed=3"
                        + "&instanceType=m5.large&region=us-east-1&instanceCapacity=100&target=60"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.scenario.duration").value("7200s"))
                .andExpect(jsonPath("$.lanes[*].policy").value(contains("fixed", "simple")))
                .andExpect(jsonPath("$.lanes[0].costUsd").value(4 * 2 * 0.096))
                .andExpect(jsonPath("$.lanes[0].instanceHours").value(8.0))
                .andExpect(jsonPath("$.lanes[0].failedRequests").isNumber())
                .andExpect(jsonPath("$.lanes[0].secondsOutsideObjective").isNumber())
                .andExpect(jsonPath("$.lanes[0].responseTimeMs.p50").isNumber())
                .andExpect(jsonPath("$.lanes[0].responseTimeMs.p99").isNumber())
                .andExpect(jsonPath("$.lanes[0].scalingActivities").value(0))
                .andExpect(jsonPath("$.lanes[1].directionChanges").isNumber())
                .andExpect(jsonPath("$.lanes[1].peakInstances").isNumber())
                .andExpect(jsonPath("$.lanes[1].secondsToEnoughCapacity.boot").isNumber())
                .andExpect(jsonPath("$.lanes[1].activities[1].from").value(4))
                .andExpect(jsonPath("$.lanes[1].activities[1].to").value(6))
                .andExpect(jsonPath("$.lanes[1].activities[1].reason")
                        .value(containsString("changing the desired capacity from 4 to 6")))
                .andExpect(jsonPath("$.bounds.clairvoyant.instanceHours").isNumber())
                .andExpect(jsonPath("$.bounds.peak.instances").isNumber());
    }

    /** Guards against a schedule whose spaces do not come back from an address. */
    @Test
    void everySituationsAddressIsARun() throws Exception {
        for (Preset preset : lab.presets()) {
            mvc.perform(get(URI.create(API + "/run?" + query(lab, preset)))).andExpect(status().isOk());
        }
    }

    private static <S extends Scenario> String query(Lab<S> lab, Preset preset) {
        return LabQuery.write(lab.scenario(preset.values()).values());
    }

    @Test
    void anAddressIsWrittenAsABrowserWritesIt() {
        assertThat(query(lab, lab.presets().get(0)))
                .contains("&scheduleZone=Asia%2FSeoul&")
                .doesNotContain("+");
    }

    @Test
    void aTimelineOfTwoWeeksIsSmallEnoughToBeSent() throws Exception {
        MvcResult waiting = mvc.perform(
                        get(API + "/timeline?duration=14d&policies=simple,step,target-tracking,combined")
                                .header("Accept", "application/vnd.tilab.timeline")
                                .header("Accept-Encoding", "gzip"))
                .andExpect(request().asyncStarted())
                .andReturn();
        byte[] packed = mvc.perform(asyncDispatch(waiting))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Encoding", "gzip"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(packed.length).isLessThan(1_000_000);
    }

    @Test
    void aTimelineHasTheTablesOfThePicture() throws Exception {
        mvc.perform(get(API + "/timeline?duration=20m&policies=simple&zones=3&at=60s:fail-zone:az-a")
                        .header("Accept", "application/json"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.facts.zones").value(contains("az-a", "az-b", "az-c")))
                .andExpect(jsonPath("$.facts.slotMicros").value(contains("5000000")))
                .andExpect(jsonPath("$.facts.high").value(contains("800")))
                .andExpect(jsonPath("$.shared[*].name")
                        .value(contains(
                                "demand",
                                "marks",
                                "instances",
                                "datapoints",
                                "activities",
                                "cooldowns",
                                "waits",
                                "bound",
                                "capped")))
                .andExpect(jsonPath("$.dictionaries.kind").value(hasItem("rush")))
                .andExpect(jsonPath("$.shared[1].columns[0].values").value(hasSize(1)))
                .andExpect(jsonPath("$.lanes[0].rows").value(240));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "peakRate=1&baseRate=2 | peakRate | below-base",
                "schedule=often | schedule | not-a-schedule",
                "traffic=curve | curve | missing-curve",
                "min=5&desired=4 | desired | below-min",
                "launchTime=2d | launchTime | out-of-range"
            })
    void whatIsWrongIsAProblemWithWords(String query, String parameter, String code) throws Exception {
        mvc.perform(get(API + "/run?" + query))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors", hasSize(1)))
                .andExpect(jsonPath("$.errors[0].parameter").value(parameter))
                .andExpect(jsonPath("$.errors[0].code").value(code))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("(" + parameter + ")")));
    }
}
