-- Work that outlives a request (refreshes, cuts of days anew), and what a business has settled about its numbers.

create table job (
    business_id bigint not null references business,
    job_id bigint not null,
    kind text not null check (kind in ('refresh', 'recut')),
    account_id bigint,
    arguments jsonb,
    status text not null check (status in ('queued', 'running', 'done', 'failed', 'cancelled')),
    requested_by bigint,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    attempts integer not null,
    progress_done integer not null,
    progress_total integer not null,
    progress_text text not null,
    result jsonb,
    error_code text,
    error_text text,
    primary key (business_id, job_id)
);
comment on column job.account_id is 'The one account that it is about; null for the whole business.';
comment on column job.requested_by is 'The user who asked for it; null for the program itself.';
comment on column job.attempts is
    'How often it was taken up. Whoever holds an older number has lost the job and may not write to it any more.';
comment on column job.progress_total is '0 while nobody knows how much there is to do.';
create unique index job__active_idx on job (business_id, kind, account_id) nulls not distinct
    where status in ('queued', 'running');
create index job__recent_idx on job (business_id, created_at);

-- The scheduler's own table. It names jobs by number and holds nothing of theirs.
create table scheduled_task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
comment on table scheduled_task is 'When which job is due and which process works on it (db-scheduler).';
create index scheduled_task__due_idx on scheduled_task (execution_time);
create index scheduled_task__heartbeat_idx on scheduled_task (last_heartbeat);

alter table business
    add column fiscal_year_start smallint not null default 1 check (fiscal_year_start between 1 and 12),
    add column engagement text not null default 'public' check (engagement in ('public', 'with_clicks')),
    add column er_by text not null default '';
comment on column business.fiscal_year_start is 'Month in which the fiscal year begins.';
comment on column business.er_by is
    'What engagement rates divide by on platforms that leave the shipped default, as "linkedin=reach,youtube=impressions".';

grant select, insert, update, delete on job, scheduled_task to tidemark_app;

alter table job enable row level security;
create policy one_business on job to tidemark_app
    using (business_id = nullif(current_setting('tidemark.business_id', true), '')::bigint);
