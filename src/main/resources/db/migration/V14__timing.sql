-- Posting times: zones that accounts have of their own, and tests of two times.

alter table account add column time_zone text;
comment on column account.time_zone is 'In which hours of its posts are counted; null for the zone of the business.';
grant update (time_zone) on account to tidemark_app;

create table timing_experiment (
    business_id bigint not null references business,
    experiment_id bigint not null,
    account_id bigint not null,
    metric text not null,
    first_weekday integer check (first_weekday between 1 and 7),
    first_hour integer not null check (first_hour between 0 and 23),
    second_weekday integer check (second_weekday between 1 and 7),
    second_hour integer not null check (second_hour between 0 and 23),
    difference double precision not null check (difference > 0),
    posts_per_time integer not null check (posts_per_time > 0),
    seed bigint not null,
    time_zone text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    primary key (business_id, experiment_id),
    foreign key (business_id, account_id) references account
);
comment on table timing_experiment is 'Tests of two times to post at, of which a coin names one for each post.';
comment on column timing_experiment.first_weekday is 'From 1, Monday, to 7; null for any day.';
comment on column timing_experiment.posts_per_time is 'Fixed at the start: nothing is compared before each time has as many.';
comment on column timing_experiment.time_zone is 'Of its hours, as it was at the start.';

create unique index timing_experiment__running_idx on timing_experiment (business_id, account_id)
    where ended_at is null;

grant select, insert, update, delete on timing_experiment to tidemark_app;
alter table timing_experiment enable row level security;
create policy one_business on timing_experiment to tidemark_app using
    (business_id = nullif(current_setting('tidemark.business_id', true), '')::bigint);
