package io.tidemark.app;

import static io.tidemark.app.ConnectedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.sync.Books;
import io.tidemark.ledger.SpendBook;
import io.tidemark.ledger.SyncRun;
import io.tidemark.metric.Platform;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class LiveHealthTest {
    private static final String HEALTH = "/api/v1/connections/health?business_id=1";
    private static final String BUDGETS = "/api/v1/connections/budgets";

    @Test
    void itTellsDaysTroublesSpendAndBudgets(@TempDir Path directory) {
        try (ConnectedServer served = new ConnectedServer(directory)) {
            long connection = served.connect("");
            long account = json(
                            200,
                            served.send(
                                    served.member,
                                    "POST",
                                    "/api/v1/connections/" + connection + "/accounts?business_id=1",
                                    "{\"external_ids\": [\"101\"]}"))
                    .get("account_ids")
                    .get(0)
                    .longValue();
            Books books = Books.of(served.ledger.database());
            books.runs().add(1, run(served, 1, account, SyncRun.Outcome.DONE, null, Duration.ofDays(2)));
            books.runs().add(1, run(served, 2, account, SyncRun.Outcome.FAILED, "unavailable", Duration.ofHours(1)));
            LocalDate today = LocalDate.ofInstant(served.clock.instant(), ZoneOffset.UTC);
            books.spend().add(1, Platform.INSTAGRAM, new SpendBook.Spent(today, "media", 3, 1, 0, 0));

            JsonNode health = served.get(HEALTH);
            JsonNode one = health.get("accounts").get(0);
            assertThat(one.get("condition").get("state").stringValue()).isEqualTo("troubled");
            assertThat(one.get("condition").get("since").isNull()).isFalse();
            JsonNode days = one.get("calendar").get("days");
            assertThat(days.size()).isEqualTo(90);
            assertThat(days.get(87).stringValue()).isEqualTo("read");
            assertThat(days.get(86).stringValue()).isEqualTo("before");
            assertThat(days.get(88).stringValue()).isEqualTo("missed");
            JsonNode platform = health.get("platforms").get(0);
            assertThat(platform.get("calls_today").longValue()).isEqualTo(3);
            assertThat(platform.get("failed_today").longValue()).isEqualTo(1);
            assertThat(served.get("/api/v1/connections/accounts/" + account + "/runs?business_id=1")
                            .get("runs")
                            .get(0)
                            .get("fault")
                            .stringValue())
                    .isEqualTo("unavailable");

            assertThat(put(served, "null", "12.5").statusCode()).isEqualTo(204);
            assertThat(served.get(HEALTH)
                            .get("platforms")
                            .get(0)
                            .get("budget")
                            .get("dollars_per_month")
                            .doubleValue())
                    .isEqualTo(12.5);
            assertThat(put(served, "-1", "null").statusCode()).isEqualTo(400);
            assertThat(put(served, "1.5", "null").statusCode()).isEqualTo(400);
            assertThat(served.send(served.stranger, "GET", HEALTH, null).statusCode())
                    .isEqualTo(404);
        }
    }

    private static HttpResponse<String> put(ConnectedServer served, String calls, String dollars) {
        return served.send(served.member, "PUT", BUDGETS, """
                {"business_id": 1, "platform": "instagram", "calls_per_day": %s, "dollars_per_month": %s}
                """.formatted(calls, dollars));
    }

    private static SyncRun run(
            ConnectedServer served,
            long id,
            long account,
            SyncRun.Outcome outcome,
            @Nullable String fault,
            Duration ago) {
        var at = served.clock.instant().minus(ago);
        return new SyncRun(id, account, at, at, outcome, fault, fault, 2, 0, 0, 0, null);
    }
}
