package io.tidemark.collect.simulator.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.World;
import io.tidemark.testing.MutableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What LinkedIn refuses, its simulator refuses too.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkedInRefusalsTest {
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-26T12:00:00Z"));
    private final World world = new World(1, clock, Duration.ofDays(1));
    private final LinkedInSimulator simulator = new LinkedInSimulator(world, clock);
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    void start() {
        world.add(new AccountPlan(
                "urn:li:organization:1", "acme", "Acme", 1, Duration.ofDays(3), 10, LinkedInSimulator.kinds()));
        simulator.start();
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/rest/posts?q=author&author=urn%3Ali%3Aorganization%3A1                             | 200",
                "/rest/posts?q=author&author=urn%3Ali%3Aorganization%3A2                             | 403",
                "/rest/posts?q=author&author=urn%3Ali%3Aorganization%3A1&count=101                   | 400",
                "/rest/socialMetadata?ids=List(urn%3Ali%3Ashare%3A1,urn%3Ali%3Ashare%3A2)            | 200",
                "/rest/socialMetadata?ids=List%28urn%3Ali%3Ashare%3A1%29                             | 400",
                "/rest/socialMetadata?ids=List(urn:li:share:1)                                       | 400",
                "/rest/organizationalEntityShareStatistics?organizationalEntity=urn%3Ali%3Aorganization%3A1&shares=List(urn%3Ali%3Ashare%3A1) | 403",
                "/rest/organizationPageStatistics?organization=urn%3Ali%3Aorganization%3A1&timeIntervals=(timeRange:(start:1,end:2),timeGranularityType:DAY) | 400",
                "/rest/videoAnalytics?entity=urn%3Ali%3Ashare%3A1&type=VIDEO_VIEW&aggregation=ALL    | 400",
                "/rest/memberFollowersCount?q=me                                                     | 403",
                "/rest/nothing                                                                       | 404"
            })
    void answers(String target, int status) throws Exception {
        assertThat(get(target, "202604", "2.0.0")).isEqualTo(status);
    }

    @Test
    void wantsBothHeaders() throws Exception {
        String target = "/rest/organizationAcls?q=roleAssignee";
        assertThat(get(target, "", "2.0.0")).isEqualTo(400);
        assertThat(get(target, "202001", "2.0.0")).isEqualTo(426);
        assertThat(get(target, "202604", "")).isEqualTo(400);
        assertThat(get(target, "202604", "2.0.0")).isEqualTo(200);
    }

    private int get(String target, String version, String protocol) throws Exception {
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(simulator.address() + target))
                .header(
                        "Authorization",
                        "Bearer " + simulator.tokens().issue(simulator.person()).access());
        if (!version.isEmpty()) {
            call.header("LinkedIn-Version", version);
        }
        if (!protocol.isEmpty()) {
            call.header("X-Restli-Protocol-Version", protocol);
        }
        return http.send(call.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
