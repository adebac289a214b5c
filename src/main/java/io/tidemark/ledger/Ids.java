package io.tidemark.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Ids of entities, leased in blocks: unique, below 2^53 and roughly in order of time.
final class Ids {
    private static final int BLOCK = 1000;

    private final JdbcClient sql;
    private long next;
    private long end;

    Ids(Database database) {
        sql = JdbcClient.create(database.ids());
    }

    synchronized long take() {
        if (next == end) {
            next = lease(BLOCK);
            end = next + BLOCK;
        }
        return next++;
    }

    /// Leases consecutive ids and returns the first. Commits by itself, so that no append holds the counter's lock for
    /// long; ids of an append that fails are lost, which harms nobody.
    long lease(long count) {
        return sql.sql("update id_counter set next_id = next_id + ? where name = 'entity' returning next_id - ?")
                .params(count, count)
                .query(Long.class)
                .single();
    }
}
