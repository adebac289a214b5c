package io.tidemark.ledger;

/// What an answer depends on.
///
/// @param data moves when an answer can change
/// @param freshness moves with every sync, also one that changed nothing
public record Versions(long data, long freshness) {
    static Versions of(Session session) {
        return session.statement("select data_version, freshness_version from business where business_id = :business")
                .query((row, number) -> new Versions(row.getLong(1), row.getLong(2)))
                .single();
    }

    /// Locks the business's row, which orders all that changes it.
    ///
    /// @return the version of the data from now on
    static long lockAndStep(Session session) {
        long version = session.statement("""
                update business set data_version = data_version + 1, freshness_version = freshness_version + 1
                where business_id = :business returning data_version
                """)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("No business " + session.businessId()));
        Hints.dataMoved(session, version);
        return version;
    }

    /// What is told beside the numbers has changed: whoever looks asks anew.
    static void stepFreshness(Session session) {
        session.statement("""
                update business set freshness_version = freshness_version + 1 where business_id = :business
                """).update();
        Hints.dataMoved(session, of(session).data());
    }
}
