package io.tidemark.ledger;

import io.tidemark.metric.Engagement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Businesses, users and who may see what: the few rows that are read before a business is chosen.
public final class Directory {
    private static final String BUSINESS = """
            select business_id, name, time_zone, week_start, demo, fiscal_year_start, engagement, er_by from business b
            """;
    private static final String USER =
            "select user_id, email, password_hash, administrator, token_generation from app_user ";

    private final Door door;
    private final JdbcClient sql;
    private final Ids ids;
    private final Clock clock;

    public Directory(Database database) {
        door = new Door(database);
        sql = door.sql();
        ids = new Ids(database);
        clock = database.clock();
    }

    /// Creates the next business; the first is number 1.
    ///
    /// @throws DuplicateName when the name is taken
    public Business createBusiness(String name, ZoneId zone, DayOfWeek weekStart, boolean demo) {
        return door.inDirectory(() -> {
            // The counter's row is locked first, so that two of one name cannot pass the check together.
            long id = sql.sql("update id_counter set next_id = next_id + 1 where name = 'business'"
                            + " returning next_id - 1")
                    .query(Long.class)
                    .single();
            findBusiness(name).ifPresent(taken -> {
                throw DuplicateName.ofBusiness(taken);
            });
            sql.sql("""
                    insert into business (business_id, name, time_zone, week_start, demo, data_version,
                        freshness_version, derivation, created_at)
                    values (?, ?, ?, ?, ?, 1, 1, ?, ?)
                    """)
                    .params(id, name, zone.getId(), weekStart.getValue(), demo, Derivation.NUMBER, now())
                    .update();
            return new Business(id, name, zone, weekStart, demo);
        });
    }

    /// Gives a business another name and other conventions, and steps its version: answers differ from now on. Zone and
    /// week are another matter, since days are cut by them.
    ///
    /// @throws DuplicateName when the name is another's
    public Business change(long id, String name, Conventions conventions) {
        return door.inBusiness(id, session -> {
            sql.sql("select next_id from id_counter where name = 'business' for update")
                    .query(Long.class)
                    .single();
            findBusiness(name).filter(other -> other.id() != id).ifPresent(taken -> {
                throw DuplicateName.ofBusiness(taken);
            });
            long version = session.statement("""
                    update business set name = :name, fiscal_year_start = :month, engagement = :engagement,
                        er_by = :er_by, data_version = data_version + 1
                    where business_id = :business returning data_version
                    """)
                    .param("name", name)
                    .param("month", conventions.fiscalYearStart().getValue())
                    .param("engagement", conventions.engagement().key())
                    .param("er_by", conventions.rateByText())
                    .query(Long.class)
                    .single();
            Hints.dataMoved(session, version);
            return findBusiness(id).orElseThrow();
        });
    }

    public List<Business> businesses() {
        return sql.sql(BUSINESS + "order by business_id")
                .query(Directory::business)
                .list();
    }

    public Optional<Business> findBusiness(long id) {
        return sql.sql(BUSINESS + "where business_id = ?")
                .param(id)
                .query(Directory::business)
                .optional();
    }

    /// By name, whatever the case of its letters.
    public Optional<Business> findBusiness(String name) {
        return sql.sql(BUSINESS + "where lower(name) = lower(?)")
                .param(name.strip())
                .query(Directory::business)
                .optional();
    }

    /// The businesses that a user may see: all for an administrator.
    public List<Business> businessesOf(User user) {
        Long only = user.only();
        if (only != null) {
            return maySee(user, only) ? findBusiness(only).stream().toList() : List.of();
        }
        if (user.administrator()) {
            return businesses();
        }
        return sql.sql(BUSINESS + "join member m using (business_id) where m.user_id = ? order by business_id")
                .param(user.id())
                .query(Directory::business)
                .list();
    }

    Map<Long, Versions> versions(Collection<Long> businessIds) {
        Map<Long, Versions> versions = new HashMap<>();
        sql.sql("select business_id, data_version, freshness_version from business where business_id = any(?)")
                .param(businessIds.toArray(Long[]::new))
                .query(row -> {
                    versions.put(row.getLong(1), new Versions(row.getLong(2), row.getLong(3)));
                });
        return versions;
    }

    /// Of which data each business is now.
    public Map<Long, Long> dataVersions() {
        Map<Long, Long> versions = new HashMap<>();
        sql.sql("select business_id, data_version from business").query(row -> {
            versions.put(row.getLong(1), row.getLong(2));
        });
        return versions;
    }

    /// The businesses of which something stored comes from an earlier derivation.
    public List<Business> derivedEarlier() {
        return sql.sql(BUSINESS + "where derivation < ? order by business_id")
                .param(Derivation.NUMBER)
                .query(Directory::business)
                .list();
    }

    /// Asks anew each time: a key of somebody who was taken out of the business is worth nothing.
    public boolean maySee(User user, long businessId) {
        Long only = user.only();
        if (only != null && only != businessId) {
            return false;
        }
        return sql.sql("""
                select exists (select from business where business_id = :business)
                    and (exists (select from member where business_id = :business and user_id = :user)
                        or exists (select from app_user where user_id = :user and administrator))
                """)
                .param("business", businessId)
                .param("user", user.id())
                .query(Boolean.class)
                .single();
    }

    /// Creates a user; the very first one is an administrator.
    ///
    /// @throws DuplicateName when the e-mail is taken
    public User createUser(String email, String passwordHash) {
        long id = ids.take();
        return door.inDirectory(() -> {
            sql.sql("select next_id from id_counter where name = 'entity' for update")
                    .query(Long.class)
                    .single();
            if (findUser(email).isPresent()) {
                throw DuplicateName.ofUser(email);
            }
            boolean first = sql.sql("select count(*) = 0 from app_user")
                    .query(Boolean.class)
                    .single();
            sql.sql("""
                    insert into app_user (user_id, email, password_hash, administrator, token_generation, created_at)
                    values (?, ?, ?, ?, 1, ?)
                    """)
                    .params(id, normalised(email), passwordHash, first, now())
                    .update();
            return new User(id, normalised(email), passwordHash, first, 1);
        });
    }

    /// The e-mail addresses of those who administrate everything.
    public List<String> administrators() {
        return sql.sql("select email from app_user where administrator order by email")
                .query((row, number) -> row.getString(1))
                .list();
    }

    public Optional<User> findUser(String email) {
        return sql.sql(USER + "where email = ?")
                .param(normalised(email))
                .query(Directory::user)
                .optional();
    }

    public Optional<User> findUser(long id) {
        return sql.sql(USER + "where user_id = ?")
                .param(id)
                .query(Directory::user)
                .optional();
    }

    /// Also makes every token worthless that was given out before.
    public void setPassword(long userId, String passwordHash) {
        sql.sql("update app_user set password_hash = ?, token_generation = token_generation + 1 where user_id = ?")
                .params(passwordHash, userId)
                .update();
    }

    /// As one who owns nothing; [Members] tells more.
    public void addMember(long businessId, long userId) {
        sql.sql("insert into member (business_id, user_id, role) values (?, ?, 'member') on conflict do nothing")
                .params(businessId, userId)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String normalised(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static Business business(ResultSet row, int number) throws SQLException {
        return new Business(
                row.getLong(1),
                row.getString(2),
                ZoneId.of(row.getString(3)),
                DayOfWeek.of(row.getInt(4)),
                row.getBoolean(5),
                new Conventions(
                        Month.of(row.getInt(6)),
                        Engagement.find(row.getString(7)).orElseThrow(),
                        Conventions.rateBy(row.getString(8))));
    }

    private static User user(ResultSet row, int number) throws SQLException {
        return new User(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getInt(5));
    }
}
