-- Numbers that platforms changed after they were settled.

create table post_restatement (
    business_id bigint not null,
    post_id bigint not null,
    metric text not null,
    restated_at timestamptz not null,
    source_id bigint not null,
    former_source_id bigint not null,
    former_value double precision not null,
    value double precision not null,
    primary key (business_id, post_id, metric, restated_at)
);
comment on table post_restatement is
    'Derived: that a counter of a post fell by more than people take back, and the next reading confirmed it.';
comment on column post_restatement.restated_at is 'When the reading was taken that first shows the fall.';
comment on column post_restatement.former_source_id is 'Of the last reading that counted before.';

create table day_restatement (
    business_id bigint not null,
    account_id bigint not null,
    day date not null,
    metric text not null,
    restated_at timestamptz not null,
    source_id bigint not null,
    former_source_id bigint not null,
    former_value double precision not null,
    value double precision not null,
    primary key (business_id, account_id, day, metric, restated_at, source_id)
);
comment on table day_restatement is
    'Derived: that a platform says another number of a day of an account than it did when the day had settled.';
comment on column day_restatement.restated_at is 'When the new number was first observed.';
comment on column day_restatement.former_source_id is 'Of the observation before, of the same kind and format.';

do $$
declare
    tenant text;
begin
    foreach tenant in array array['post_restatement', 'day_restatement'] loop
        execute format('grant select, insert, update, delete on %I to tidemark_app', tenant);
        execute format('alter table %I enable row level security', tenant);
        execute format('create policy one_business on %I to tidemark_app using '
            || '(business_id = nullif(current_setting(''tidemark.business_id'', true), '''')::bigint)', tenant);
    end loop;
end
$$;
