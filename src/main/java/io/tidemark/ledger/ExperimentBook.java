package io.tidemark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tests of posting times in PostgreSQL.
final class ExperimentBook implements TimingExperiments {
    private static final String COLUMNS = """
            experiment_id, account_id, metric, first_weekday, first_hour, second_weekday, second_hour, difference,
            posts_per_time, seed, time_zone, started_at, ended_at""";

    private final Door door;
    private final Ids ids;
    private final Clock clock;

    ExperimentBook(Database database) {
        door = new Door(database);
        ids = new Ids(database);
        clock = database.clock();
    }

    @Override
    public List<TimingExperiment> all(long businessId) {
        return door.inBusiness(
                businessId,
                session -> session.statement("select " + COLUMNS + """
                 from timing_experiment where business_id = :business
                order by ended_at is not null, started_at desc, experiment_id desc limit :most
                """)
                        .param("most", MOST_LISTED)
                        .query(ExperimentBook::read)
                        .list());
    }

    @Override
    public Optional<TimingExperiment> find(long businessId, long id) {
        return door.inBusiness(businessId, session -> find(session, id));
    }

    @Override
    public Optional<TimingExperiment> start(long businessId, Wanted wanted) {
        long id = ids.take();
        return door.inBusiness(businessId, session -> {
            int started = session.statement("""
                    insert into timing_experiment (business_id, experiment_id, account_id, metric, first_weekday,
                        first_hour, second_weekday, second_hour, difference, posts_per_time, seed, time_zone, started_at)
                    values (:business, :id, :account, :metric, :first_weekday, :first_hour, :second_weekday, :second_hour,
                        :difference, :posts, :id, :zone, :now)
                    on conflict (business_id, account_id) where ended_at is null do nothing
                    """)
                    .param("id", id)
                    .param("account", wanted.accountId())
                    .param("metric", wanted.metric())
                    .param("first_weekday", wanted.first().weekday())
                    .param("first_hour", wanted.first().hour())
                    .param("second_weekday", wanted.second().weekday())
                    .param("second_hour", wanted.second().hour())
                    .param("difference", wanted.difference())
                    .param("posts", wanted.postsPerTime())
                    .param("zone", wanted.zone().getId())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            return started == 0 ? Optional.empty() : find(session, id);
        });
    }

    @Override
    public Optional<TimingExperiment> end(long businessId, long id) {
        return door.inBusiness(businessId, session -> {
            session.statement("""
                    update timing_experiment set ended_at = :now
                    where business_id = :business and experiment_id = :id and ended_at is null
                    """)
                    .param("id", id)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            return find(session, id);
        });
    }

    private static Optional<TimingExperiment> find(Session session, long id) {
        return session.statement("select " + COLUMNS + """
                 from timing_experiment where business_id = :business and experiment_id = :id
                """)
                .param("id", id)
                .query(ExperimentBook::read)
                .optional();
    }

    private static TimingExperiment read(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new TimingExperiment(
                row.getLong("experiment_id"),
                row.getLong("account_id"),
                row.getString("metric"),
                new TimingExperiment.Hour(weekday(row, "first_weekday"), row.getInt("first_hour")),
                new TimingExperiment.Hour(weekday(row, "second_weekday"), row.getInt("second_hour")),
                row.getDouble("difference"),
                row.getInt("posts_per_time"),
                row.getLong("seed"),
                ZoneId.of(row.getString("time_zone")),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static @Nullable Integer weekday(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
