-- Live collection: who has signed in with which platform, what is collected through it, and where that stands.

create table connection (
    business_id bigint not null references business,
    connection_id bigint not null,
    login text not null,
    title text not null,
    sealed_grant bytea not null,
    scopes text not null,
    issued_at timestamptz not null,
    expires_at timestamptz,
    renewal_expires_at timestamptz,
    ends_at timestamptz,
    status text not null check (status in ('good', 'sign_in_again', 'removed')),
    said text,
    created_by bigint,
    created_at timestamptz not null,
    warned_at timestamptz,
    warned_days integer,
    primary key (business_id, connection_id)
);
comment on column connection.login is 'The platform''s sign-in, such as facebook, which opens pages and Instagram accounts.';
comment on column connection.sealed_grant is 'Tokens, encrypted with a key that is not in the database.';
comment on column connection.ends_at is 'When somebody must sign in again, as far as that is known: renewing needs nobody.';
comment on column connection.said is 'Why somebody must sign in again.';
comment on column connection.warned_days is 'The last warning before its end that was sent: 14, 7 or 1 days.';

create table used_sign_in (
    business_id bigint not null references business,
    sign_in text not null,
    used_at timestamptz not null,
    primary key (business_id, sign_in)
);
comment on table used_sign_in is 'Ways back from a platform that were taken, each of which may be taken once; forgotten once they are out of date.';

create table live_account (
    business_id bigint not null,
    account_id bigint not null,
    connection_id bigint not null,
    connector text not null,
    external_id text not null,
    kind text not null,
    sealed_token bytea,
    status text not null check (status in ('collecting', 'paused', 'disconnected')),
    said text,
    backfill jsonb,
    backfilled_at timestamptz,
    discovered_at timestamptz,
    account_read_at timestamptz,
    days_read_at timestamptz,
    swept_at timestamptz,
    last_attempt_at timestamptz,
    last_success_at timestamptz,
    failures integer not null default 0,
    due_at timestamptz not null,
    lease text,
    leased_until timestamptz,
    warned_silent_at timestamptz,
    primary key (business_id, account_id),
    foreign key (business_id, account_id) references account,
    foreign key (business_id, connection_id) references connection
);
comment on table live_account is 'An account that is collected from its platform, and how far each phase has come.';
comment on column live_account.backfill is 'Where listing of old posts goes on: a cursor for each list. Null before it has begun and after it is done.';
comment on column live_account.failures is 'Runs that failed one after another; the pause grows with it.';
comment on column live_account.lease is 'The run that works on it. Another one may take it up once leased_until has passed.';

create table live_post (
    business_id bigint not null,
    account_id bigint not null,
    external_id text not null,
    kind text not null,
    scheme text not null,
    alias text not null,
    published_at timestamptz not null,
    found_at timestamptz not null,
    seen text not null,
    read_at timestamptz,
    total double precision,
    alpha double precision,
    beta double precision,
    doubted_at timestamptz,
    misses integer not null default 0,
    missed_on date,
    gone_at timestamptz,
    primary key (business_id, account_id, external_id)
);
comment on table live_post is 'What is needed to read a post again, and what its next reading is expected to bring.';
comment on column live_post.seen is 'Tells whether a list says of it what it said before.';
comment on column live_post.total is 'Engagements at the last reading.';
comment on column live_post.alpha is 'With beta: the belief about its final engagements (Gamma-Poisson). Null before the first reading.';
comment on column live_post.doubted_at is 'When a reading fell so far that another must confirm it.';
comment on column live_post.misses is 'On how many different days its platform did not find it.';

create table refused_metric (
    business_id bigint not null,
    account_id bigint not null,
    route text not null,
    kind text not null,
    metric text not null,
    said text not null,
    refused_at timestamptz not null,
    primary key (business_id, account_id, route, kind, metric)
);
comment on table refused_metric is 'What a platform does not tell of a kind of post: left out of later calls, tried again after a month. Metric * is the whole route.';

create table sync_run (
    business_id bigint not null,
    run_id bigint not null,
    account_id bigint not null,
    started_at timestamptz not null,
    finished_at timestamptz not null,
    outcome text not null check (outcome in ('done', 'partly', 'failed')),
    fault text,
    said text,
    calls integer not null,
    posts_found integer not null,
    posts_read integer not null,
    days_read integer not null,
    source_id bigint,
    primary key (business_id, run_id)
);
create index sync_run__account_idx on sync_run (business_id, account_id, finished_at);
comment on column sync_run.source_id is 'The source that it left; null where there was nothing new to store.';

create table quarantine (
    business_id bigint not null,
    run_id bigint not null,
    endpoint text not null,
    account_id bigint not null,
    kept_at timestamptz not null,
    said text not null,
    payload text not null,
    primary key (business_id, run_id, endpoint)
);
comment on table quarantine is 'Answers that made no sense, without tokens, for whoever mends the mapping.';

create table spend (
    business_id bigint not null,
    platform text not null,
    day date not null,
    endpoint text not null,
    calls bigint not null,
    failed bigint not null,
    resources bigint not null,
    micro_dollars bigint not null,
    primary key (business_id, platform, day, endpoint)
);
comment on table spend is 'Calls and billed resources by UTC day.';

create table billed_resource (
    business_id bigint not null,
    platform text not null,
    day date not null,
    resource text not null,
    primary key (business_id, platform, day, resource)
);
comment on table billed_resource is 'What a platform has charged for on a UTC day: the same thing costs nothing more on that day.';

create table budget (
    business_id bigint not null,
    platform text not null,
    calls_per_day bigint,
    micro_dollars_per_month bigint,
    primary key (business_id, platform)
);

create table call_gate (
    gate text primary key,
    until timestamptz not null,
    said text not null,
    set_at timestamptz not null
);
comment on table call_gate is 'citus:reference. What may not be called before when: an app, a sign-in or an endpoint of one; known to all processes.';

grant select, insert, update, delete on connection, used_sign_in, live_account, live_post, refused_metric, sync_run,
    quarantine, spend, billed_resource, budget, call_gate to tidemark_app;
grant update (handle, name) on account to tidemark_app;

do $$
declare
    tenant text;
begin
    foreach tenant in array array['connection', 'used_sign_in', 'live_account', 'live_post', 'refused_metric',
        'sync_run', 'quarantine', 'spend', 'billed_resource', 'budget']
    loop
        execute format('alter table %I enable row level security', tenant);
        execute format('create policy one_business on %I to tidemark_app using '
            || '(business_id = nullif(current_setting(''tidemark.business_id'', true), '''')::bigint)', tenant);
    end loop;
end
$$;
