package io.tidemark.ledger;

/// The temporary tables that take the observations of a source.
final class StagingTables {
    /// The place of a row decides which of two about the same thing counts: the first. Temporary tables live as long as
    /// their connection and are emptied by every commit.
    static final String CREATE =
            """
            create temp table if not exists stage_alias (
                post integer, account integer, scheme text, external_id text, joins boolean, apart bigint) on commit delete rows;
            create temp table if not exists stage_account (account integer, account_id bigint) on commit delete rows;
            create temp table if not exists stage_identity (
                post integer, same_as integer, account_id bigint, post_id bigint, is_new boolean) on commit delete rows;
            create temp table if not exists stage_version (
                place bigint, post integer, observed_at timestamptz, repeats boolean, says_nothing boolean, published_at timestamptz,
                published_day_only boolean, placement text, format text, text text, url text, boosted text, deleted boolean,
                collab boolean, crosspost boolean) on commit delete rows;
            create temp table if not exists stage_snapshot (
                place bigint, post integer, observed_at timestamptz, repeats boolean, %s) on commit delete rows;
            create temp table if not exists stage_day (
                place bigint, account integer, post integer, day date, metric text, observed_at timestamptz, bucket_zone text,
                value double precision) on commit delete rows;
            create temp table if not exists stage_level (
                place bigint, account integer, metric text, observed_at timestamptz, value double precision) on commit delete rows;
            create temp table if not exists stage_breakdown (
                place bigint, account integer, dimension text, key text, metric text, period_from date, period_to date,
                observed_at timestamptz, value double precision) on commit delete rows;
            create temp table if not exists stage_discovery (account integer, observed_at timestamptz) on commit delete rows;
            create temp table if not exists stage_absence (
                account integer, subject text, metric text, reason text) on commit delete rows;
            """.formatted(MetricColumns.LIST.replace(",", " double precision,") + " double precision");

    private StagingTables() {}
}
