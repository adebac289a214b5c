-- The ledger. Two roles: the owner runs this file and makes partitions; tidemark_app does everything else and
-- sees, by row-level security, one business at a time. business_id comes first in every key (Citus-ready).

-- The role itself is made before migrations: roles belong to the server, not to the database.
do $$
begin
    execute format('grant temporary on database %I to tidemark_app', current_database());
end
$$;
grant usage on schema public to tidemark_app;

-- Directory: read before a business is chosen, so without row-level security ------------------------------------

create table id_counter (
    name text primary key,
    next_id bigint not null
);
comment on table id_counter is 'Where blocks of ids are leased; businesses are numbered one by one.';
insert into id_counter (name, next_id) values ('business', 1), ('entity', 1001);

create table app_user (
    user_id bigint primary key,
    email text not null unique,
    password_hash text not null,
    administrator boolean not null,
    token_generation integer not null,
    created_at timestamptz not null
);
comment on table app_user is 'citus:reference. People who may sign in.';

create table business (
    business_id bigint not null primary key,
    name text not null,
    time_zone text not null,
    week_start smallint not null check (week_start between 1 and 7),
    demo boolean not null,
    data_version bigint not null,
    freshness_version bigint not null,
    created_at timestamptz not null
);
comment on column business.week_start is 'ISO weekday, 1 is Monday.';

create table member (
    business_id bigint not null references business,
    user_id bigint not null references app_user,
    primary key (business_id, user_id)
);

-- Entities and their external names -------------------------------------------------------------------------------

create table account (
    business_id bigint not null references business,
    account_id bigint not null,
    platform text not null,
    handle text not null,
    name text not null,
    owned boolean not null,
    created_at timestamptz not null,
    primary key (business_id, account_id)
);

create table account_alias (
    business_id bigint not null,
    scheme text not null,
    external_id text not null,
    account_id bigint not null,
    primary key (business_id, scheme, external_id),
    foreign key (business_id, account_id) references account
);

create table post (
    business_id bigint not null,
    post_id bigint not null,
    account_id bigint not null,
    primary key (business_id, post_id),
    foreign key (business_id, account_id) references account
);

create table post_alias (
    business_id bigint not null,
    scheme text not null,
    external_id text not null,
    post_id bigint not null,
    primary key (business_id, scheme, external_id),
    foreign key (business_id, post_id) references post
);
create index post_alias__post_idx on post_alias (business_id, post_id);

-- What sources said: only ever added to. No foreign keys from facts. ------------------------------------------------

create table source (
    business_id bigint not null references business,
    source_id bigint not null,
    kind text not null check (kind in ('file', 'sync')),
    format text not null,
    name text not null,
    content_hash text not null,
    observed_at timestamptz,
    recorded_at timestamptz not null,
    retracted_at timestamptz,
    report jsonb not null,
    primary key (business_id, source_id)
);
comment on column source.recorded_at is 'When it was committed, in the order of data versions.';
create unique index source__content_idx on source (business_id, content_hash)
    where kind = 'file' and retracted_at is null;

create table post_version (
    business_id bigint not null,
    post_id bigint not null,
    observed_at timestamptz not null,
    source_id bigint not null,
    published_at timestamptz,
    placement text not null,
    format text not null,
    text text,
    url text,
    boosted text not null check (boosted in ('yes', 'no', 'unknown')),
    deleted boolean not null,
    primary key (business_id, post_id, observed_at, source_id)
);
create index post_version__source_idx on post_version (business_id, source_id);

create table post_snapshot (
    business_id bigint not null,
    post_id bigint not null,
    observed_at timestamptz not null,
    source_id bigint not null,
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
    primary key (business_id, post_id, observed_at, source_id)
) partition by range (observed_at);
comment on table post_snapshot is 'Cumulative counters of a post as a source read them; null is missing, never zero.';
create index post_snapshot__source_idx on post_snapshot (business_id, source_id);

create table unchanged_read (
    business_id bigint not null,
    account_id bigint not null,
    source_id bigint not null,
    read_at timestamptz not null,
    post_ids bigint[] not null,
    primary key (business_id, account_id, read_at, source_id)
);
comment on table unchanged_read is
    'Posts whose counters were read and had not changed since the previous read of the same sync stream.';

create table account_snapshot (
    business_id bigint not null,
    account_id bigint not null,
    metric text not null,
    observed_at timestamptz not null,
    source_id bigint not null,
    value double precision not null,
    primary key (business_id, account_id, metric, observed_at, source_id)
);
create index account_snapshot__source_idx on account_snapshot (business_id, source_id);

create table daily_fact (
    business_id bigint not null,
    account_id bigint not null,
    subject_id bigint not null,
    day date not null,
    metric text not null,
    observed_at timestamptz not null,
    source_id bigint not null,
    bucket_zone text not null,
    value double precision not null,
    primary key (business_id, account_id, subject_id, day, metric, observed_at, source_id)
);
comment on column daily_fact.subject_id is 'The account itself, or one of its posts: they share one sequence of ids.';
comment on column daily_fact.day is 'The platform''s own date label in bucket_zone, never shifted.';
create index daily_fact__source_idx on daily_fact (business_id, source_id);

create table breakdown_fact (
    business_id bigint not null,
    account_id bigint not null,
    dimension text not null,
    key text not null,
    metric text not null,
    period_from date,
    period_to date,
    observed_at timestamptz not null,
    source_id bigint not null,
    value double precision not null
);
comment on table breakdown_fact is
    'Parts of an audience, and totals that a source states itself. Never added to facts. A null period is one that the source does not name.';
create unique index breakdown_fact__natural_idx on breakdown_fact
    (business_id, account_id, dimension, metric, period_from, period_to, key, observed_at, source_id) nulls not distinct;
create index breakdown_fact__source_idx on breakdown_fact (business_id, source_id);

create table absence (
    business_id bigint not null,
    source_id bigint not null,
    account_id bigint not null,
    subject text not null,
    metric text not null,
    reason text not null,
    primary key (business_id, source_id, account_id, subject, metric)
);
comment on table absence is 'Why a source left a metric out.';

-- Derived: recreated identically by `tidemark rebuild` ---------------------------------------------------------------

create table post_analytics (
    business_id bigint not null,
    post_id bigint not null,
    account_id bigint not null,
    published_at timestamptz,
    content_type text not null,
    boosted text not null,
    deleted boolean not null,
    text text,
    url text,
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
    engagement double precision,
    engagement_rate double precision,
    ctr double precision,
    provenance jsonb not null,
    data_version bigint not null,
    primary key (business_id, post_id)
);
comment on table post_analytics is 'Current values of a post; provenance names the observation that each came from.';
create index post_analytics__published_idx on post_analytics (business_id, account_id, published_at);

create table analytics_summaries (
    business_id bigint not null,
    account_id bigint not null,
    content_type text not null,
    basis text not null check (basis in ('activity', 'published')),
    granularity text not null check (granularity in ('day', 'week', 'month')),
    period_start date not null,
    posts integer,
    observed_at timestamptz,
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
    followers double precision,
    impressions_n integer,
    impressions_organic_n integer,
    impressions_paid_n integer,
    reach_n integer,
    video_views_n integer,
    video_views_3s_n integer,
    engaged_views_n integer,
    watch_time_seconds_n integer,
    likes_n integer,
    reactions_n integer,
    comments_n integer,
    shares_n integer,
    reposts_n integer,
    quotes_n integer,
    saves_n integer,
    clicks_n integer,
    link_clicks_n integer,
    profile_visits_n integer,
    follows_n integer,
    native_engagements_n integer,
    data_version bigint not null,
    primary key (business_id, account_id, basis, granularity, period_start, content_type)
);
comment on table analytics_summaries is
    'Roll-ups. The column metric_n says how many posts reported the metric; content_type all is what the account''s platform said itself.';

-- Isolation ----------------------------------------------------------------------------------------------------------

grant select, update on id_counter to tidemark_app;
grant select, insert, update on app_user, business, member to tidemark_app;
grant select, insert on account, account_alias, post, post_alias, post_version, post_snapshot, unchanged_read,
    account_snapshot, daily_fact, breakdown_fact, absence to tidemark_app;
grant select, insert on source to tidemark_app;
grant update (retracted_at, report, recorded_at) on source to tidemark_app;
grant select, insert, update, delete on post_analytics, analytics_summaries to tidemark_app;

do $$
declare
    tenant text;
begin
    foreach tenant in array array['account', 'account_alias', 'post', 'post_alias', 'source', 'post_version',
        'post_snapshot', 'unchanged_read', 'account_snapshot', 'daily_fact', 'breakdown_fact', 'absence',
        'post_analytics', 'analytics_summaries']
    loop
        execute format('alter table %I enable row level security', tenant);
        execute format('create policy one_business on %I to tidemark_app using '
            || '(business_id = nullif(current_setting(''tidemark.business_id'', true), '''')::bigint)', tenant);
    end loop;
end
$$;
