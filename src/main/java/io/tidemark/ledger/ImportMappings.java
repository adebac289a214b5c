package io.tidemark.ledger;

import io.tidemark.frame.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// How businesses have said that tables of other tools are to be read, kept as JSON that the ledger does not look into.
public final class ImportMappings {
    /// Each import of an unknown table looks at all of a business.
    public static final int MOST = 200;

    private final Door door;
    private final Ids ids;
    private final Clock clock;

    public ImportMappings(Database database) {
        door = new Door(database);
        ids = new Ids(database);
        clock = database.clock();
    }

    /// A mapping as it is kept.
    public record Kept(long mappingId, String name, String definition, Instant savedAt) {}

    /// In the order of their names.
    public List<Kept> all(long businessId) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select mapping_id, name, definition, saved_at from import_mapping
                where business_id = :business order by name_key
                """).query(ImportMappings::read).list());
    }

    /// Keeps a mapping in the place of the one of its name.
    ///
    /// @return empty when there are too many already
    public Optional<Kept> save(long businessId, String name, String definition) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                insert into import_mapping as m (business_id, mapping_id, name, name_key, definition, saved_at)
                select :business, :id, :name, :key, :definition::jsonb, :now
                where exists (select from import_mapping where business_id = :business and name_key = :key)
                    or (select count(*) from import_mapping where business_id = :business) < :most
                on conflict (business_id, name_key) do update
                    set name = excluded.name, definition = excluded.definition, saved_at = excluded.saved_at
                returning mapping_id, name, definition, saved_at
                """)
                        .param("id", ids.take())
                        .param("name", name)
                        .param("key", Names.key(name))
                        .param("definition", definition)
                        .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                        .param("most", MOST)
                        .query(ImportMappings::read)
                        .optional());
    }

    /// @return false when there is no such mapping
    public boolean remove(long businessId, long mappingId) {
        return door.inBusiness(
                businessId,
                session -> session.statement(
                                        "delete from import_mapping where business_id = :business and mapping_id = :id")
                                .param("id", mappingId)
                                .update()
                        > 0);
    }

    private static Kept read(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getLong("mapping_id"),
                row.getString("name"),
                row.getString("definition"),
                row.getTimestamp("saved_at").toInstant());
    }
}
