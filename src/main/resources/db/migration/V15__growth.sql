-- How posts grew, and what was said of posts that break out.

create table post_growth (
    business_id bigint not null,
    post_id bigint not null,
    engagement_age double precision,
    engagement real[],
    impressions_age double precision,
    impressions real[],
    reach_age double precision,
    reach real[],
    video_views_age double precision,
    video_views real[],
    primary key (business_id, post_id)
);
comment on table post_growth is
    'Derived: counts of a post at the ages of growth curves, where reads lie near on both sides. No row: read only after it had settled.';
comment on column post_growth.engagement is
    'At 0.25, 0.5, 1, 2, 3, 6, 12, 24, 48, 72, 168, 336, 720 hours; on platforms of short messages up to 168. Null: not known.';
comment on column post_growth.engagement_age is 'Hours from publication to the last read of it that counts.';

create table breakout (
    business_id bigint not null references business,
    post_id bigint not null,
    level text not null check (level in ('watch', 'alert')),
    said_at timestamptz not null,
    source_id bigint not null,
    account_id bigint not null,
    published_at timestamptz not null,
    read_age double precision not null,
    engagement double precision not null,
    expected double precision not null,
    usual double precision not null,
    settles_at double precision not null,
    probability double precision not null,
    history integer not null,
    method text not null,
    primary key (business_id, post_id, level)
);
comment on table breakout is
    'Append-only: that a post was said to break out, as it was known then. Each level once for a post.';
comment on column breakout.read_age is 'Hours from publication to the read on which it was said.';
comment on column breakout.expected is 'Engagement that is usual at that age.';
comment on column breakout.usual is 'What posts of the account and type usually settle at.';
comment on column breakout.settles_at is 'What the post was expected to settle at.';
comment on column breakout.probability is 'That it settles at three times the usual or more.';
comment on column breakout.history is 'Settled posts that this rests on.';

create table breakout_outcome (
    business_id bigint not null references business,
    post_id bigint not null,
    settled double precision not null,
    known_at timestamptz not null,
    source_id bigint not null,
    primary key (business_id, post_id)
);
comment on table breakout_outcome is 'Append-only: what a post came to that was said to break out.';

grant select, insert, update, delete on post_growth to tidemark_app;
grant select, insert on breakout, breakout_outcome to tidemark_app;

do $$
declare
    tenant text;
begin
    foreach tenant in array array['post_growth', 'breakout', 'breakout_outcome']
    loop
        execute format('alter table %I enable row level security', tenant);
        execute format('create policy one_business on %I to tidemark_app using '
            || '(business_id = nullif(current_setting(''tidemark.business_id'', true), '''')::bigint)', tenant);
    end loop;
end
$$;
