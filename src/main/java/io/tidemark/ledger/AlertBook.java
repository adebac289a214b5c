package io.tidemark.ledger;

import io.tidemark.metric.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What alerts are made of, and which of them were sent: each once through each channel for as long as it is
/// due, however many processes look.
public final class AlertBook {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// Stories that were published longer ago are over, however short the silence.
    private static final Duration STORIES_OF = Duration.ofDays(3);

    private final Door door;

    public AlertBook(Database database) {
        door = new Door(database);
    }

    /// An account that is to be collected.
    ///
    /// @param said what was wrong in its last run; null where nothing was
    /// @param collectingSince when somebody last had it collected: chose it, resumed it, or signed in again
    /// @param lastReadAt null before its first successful run
    /// @param newestStoryAt when the newest story that is known was published; null where there is none of
    ///     late
    public record Watched(
            long accountId,
            long connectionId,
            Platform platform,
            String handle,
            @Nullable Told said,
            Instant collectingSince,
            @Nullable Instant lastReadAt,
            @Nullable Instant newestStoryAt) {}

    /// The accounts of a business that are to be collected, by id.
    public List<Watched> watched(long businessId, Instant now) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select l.account_id, l.connection_id, a.platform, a.handle, l.said, l.said_from, l.collecting_since, l.last_success_at,
                    (select max(p.published_at) from post_analytics p
                        where p.business_id = :business and p.account_id = l.account_id and p.published_at > :stories
                            and p.content_type = 'story' and not p.deleted) as newest_story_at
                from live_account l
                join account a on a.business_id = :business and a.account_id = l.account_id
                where l.business_id = :business and l.status = 'collecting' order by l.account_id
                """)
                        .param("stories", Timestamp.from(now.minus(STORIES_OF)))
                        .query(AlertBook::watched)
                        .list());
    }

    /// Forgets what is due no more, so that it alerts anew when it comes again.
    ///
    /// @param due the alerts that are due as of an instant; what was found later stays
    public void forgetAllBut(long businessId, Collection<String> due, Instant now) {
        door.inBusiness(
                businessId,
                session -> session.statement("""
                delete from sent_alert where business_id = :business and found_at <= :now
                    and alert not in (select jsonb_array_elements_text(:due::jsonb))
                """)
                        .param("now", Timestamp.from(now))
                        .param("due", JSON.writeValueAsString(due))
                        .update());
    }

    /// Takes alerts for being sent through a channel, those that were not sent and that nobody else sends
    /// now.
    ///
    /// @param until when somebody else may try, should nobody hear of this attempt again
    /// @return by alert the number of the attempt
    public Map<String, Integer> take(
            long businessId, String channel, Collection<String> due, Instant now, Instant until) {
        Map<String, Integer> taken = new HashMap<>();
        return door.inBusiness(businessId, session -> {
            session.statement("""
                    insert into sent_alert as s (business_id, alert, channel, found_at, attempts, again_at)
                    select :business, d.alert, :channel, :now, 1, :until
                    from jsonb_array_elements_text(:due::jsonb) as d (alert) order by d.alert
                    on conflict (business_id, alert, channel) do update
                        set attempts = s.attempts + 1, again_at = excluded.again_at
                        where s.sent_at is null and s.again_at <= :now
                    returning alert, attempts
                    """)
                    .param("channel", channel)
                    .param("due", JSON.writeValueAsString(due))
                    .param("now", Timestamp.from(now))
                    .param("until", Timestamp.from(until))
                    .query(row -> {
                        taken.put(row.getString(1), row.getInt(2));
                    });
            return taken;
        });
    }

    public void sent(long businessId, String channel, Collection<String> alerts, Instant now) {
        door.inBusiness(
                businessId,
                session -> session.statement("""
                update sent_alert set sent_at = :now, said = null
                where business_id = :business and channel = :channel
                    and alert in (select jsonb_array_elements_text(:alerts::jsonb))
                """)
                        .param("now", Timestamp.from(now))
                        .param("channel", channel)
                        .param("alerts", JSON.writeValueAsString(alerts))
                        .update());
    }

    /// @param again before which nobody tries
    public void failed(long businessId, String channel, String alert, String said, Instant again) {
        door.inBusiness(
                businessId,
                session -> session.statement("""
                update sent_alert set again_at = :again, said = :said
                where business_id = :business and channel = :channel and alert = :alert and sent_at is null
                """)
                        .param("again", Timestamp.from(again))
                        .param("said", said)
                        .param("channel", channel)
                        .param("alert", alert)
                        .update());
    }

    private static Watched watched(ResultSet row, int number) throws SQLException {
        return new Watched(
                row.getLong("account_id"),
                row.getLong("connection_id"),
                Platform.find(row.getString("platform")).orElseThrow(),
                row.getString("handle"),
                Told.read(row),
                row.getTimestamp("collecting_since").toInstant(),
                instant(row, "last_success_at"),
                instant(row, "newest_story_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
