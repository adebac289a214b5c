-- Findings as people follow them: when each was first found, when it changed, and who put it away; and the weekly digest.

create table insight_state (
    business_id bigint not null references business,
    insight text not null,
    stance text not null,
    value double precision,
    lo double precision,
    hi double precision,
    about_date date,
    about_post bigint,
    opened_at timestamptz not null,
    changed_at timestamptz not null,
    closed_at timestamptz,
    dismissed_at timestamptz,
    dismissed_by bigint references app_user,
    primary key (business_id, insight),
    check ((dismissed_at is null) = (dismissed_by is null))
);
comment on table insight_state is 'What is known of the findings of a business from before. Forgotten a week after they close.';
comment on column insight_state.insight is 'Names the finding from day to day: its type and what it is about.';
comment on column insight_state.stance is 'What it said when it last changed, as value, lo, hi, about_date and about_post.';

create table insight_look (
    business_id bigint not null primary key references business,
    data_version bigint not null,
    looked_on date not null,
    looked_at timestamptz not null
);
comment on table insight_look is 'Of which data, and on which day of the business, its findings were last remembered.';

create table digest_reader (
    business_id bigint not null references business,
    user_id bigint not null references app_user,
    since timestamptz not null,
    primary key (business_id, user_id)
);
comment on table digest_reader is 'Who gets the weekly digest of a business by mail.';

create table digest_mail (
    business_id bigint not null references business,
    week date not null,
    user_id bigint not null references app_user,
    attempts integer not null,
    again_at timestamptz not null,
    sent_at timestamptz,
    said text,
    primary key (business_id, week, user_id)
);
comment on table digest_mail is 'Digests that were or are to be sent: each once.';
comment on column digest_mail.week is 'The first day of the week that it is sent in.';
comment on column digest_mail.again_at is 'Nobody tries before: another process does just now, or the last attempt failed a short while ago.';
comment on column digest_mail.said is 'Why the last attempt failed.';

do $$
declare
    tenant text;
begin
    foreach tenant in array array['insight_state', 'insight_look', 'digest_reader', 'digest_mail'] loop
        execute format('grant select, insert, update, delete on %I to tidemark_app', tenant);
        execute format('alter table %I enable row level security', tenant);
        execute format('create policy one_business on %I to tidemark_app using '
            '(business_id = nullif(current_setting(''tidemark.business_id'', true), '''')::bigint)', tenant);
    end loop;
end $$;
