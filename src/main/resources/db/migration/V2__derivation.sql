-- Derivation: listings of whole accounts, values at standard ages, and summaries of posts' activity by content type
-- over every length of period.

create table discovery (
    business_id bigint not null,
    account_id bigint not null,
    observed_at timestamptz not null,
    source_id bigint not null,
    primary key (business_id, account_id, observed_at, source_id)
);
comment on table discovery is
    'Instants at which all posts of an account were listed: a post published later was known from its beginning.';
create index discovery__source_idx on discovery (business_id, source_id);

-- A batch is looked up by the posts in it: the range of their ids leaves most batches aside unread.
alter table unchanged_read
    add column lowest_post_id bigint not null,
    add column highest_post_id bigint not null;
create index unchanged_read__source_idx on unchanged_read (business_id, source_id);

create table post_at_age (
    business_id bigint not null,
    post_id bigint not null,
    age_hours smallint not null,
    impressions double precision,
    impressions_organic double precision,
    impressions_paid double precision,
    reach double precision,
    video_views double precision,
    video_views_3s double precision,
    engaged_views double precision,
    watch_time_seconds double precision,
    likes double precision,
    reactions double precision,
    comments double precision,
    shares double precision,
    reposts double precision,
    quotes double precision,
    saves double precision,
    clicks double precision,
    link_clicks double precision,
    profile_visits double precision,
    follows double precision,
    native_engagements double precision,
    primary key (business_id, post_id, age_hours)
);
comment on table post_at_age is
    'Derived: the counters of a post at a standard age after publication, only where reads lie on both sides of it.';

alter table analytics_summaries
    drop constraint analytics_summaries_granularity_check,
    add constraint analytics_summaries_granularity_check
        check (granularity in ('day', 'week', 'month', 'quarter', 'year')),
    add column estimated_n integer,
    add column open_n integer;
comment on column analytics_summaries.estimated_n is
    'Activity of a content type: posts whose day is interpolated between reads farther away.';
comment on column analytics_summaries.open_n is
    'Activity of a content type: posts whose last read lies inside the day, so that the day is not complete.';

grant select, insert on discovery to tidemark_app;
grant select, insert, update, delete on post_at_age to tidemark_app;

do $$
declare
    tenant text;
begin
    foreach tenant in array array['discovery', 'post_at_age']
    loop
        execute format('alter table %I enable row level security', tenant);
        execute format('create policy one_business on %I to tidemark_app using '
            || '(business_id = nullif(current_setting(''tidemark.business_id'', true), '''')::bigint)', tenant);
    end loop;
end
$$;
