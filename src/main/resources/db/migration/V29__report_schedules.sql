-- Reports that repeat: when the next one of a series is due, and which mails about them were sent.

create table report_schedule (
    business_id bigint not null references business,
    schedule_id bigint not null,
    every text not null check (every in ('week', 'month', 'quarter')),
    days_after integer not null check (days_after between 0 and 28),
    hour integer not null check (hour between 0 and 23),
    title text not null,
    recipients text[] not null check (cardinality(recipients) <= 20),
    language text not null check (language in ('en', 'de')),
    shared boolean not null,
    origin text not null,
    set_by bigint not null references app_user,
    done_to date not null,
    last_report bigint,
    last_at timestamptz,
    attempts integer not null default 0,
    again_at timestamptz,
    said text,
    said_from text,
    primary key (business_id, schedule_id),
    check ((last_report is null) = (last_at is null)),
    check ((again_at is null) = (said is null))
);
comment on table report_schedule is 'How series of reports go on by themselves.';
comment on column report_schedule.days_after is 'Whole days between the end of a period and its report.';
comment on column report_schedule.hour is 'At which the report is made, by the zone of the business.';
comment on column report_schedule.title is 'Of the reports that are made.';
comment on column report_schedule.shared is 'Whether mails hold a link for people without an account.';
comment on column report_schedule.origin is 'Where the one who set it up reached the server.';
comment on column report_schedule.done_to is 'The last day of the last period that is done, or that was over before there was a schedule.';
comment on column report_schedule.last_report is 'The report that was made last, whether it is still there or not.';
comment on column report_schedule.again_at is 'Nobody tries before: the last attempt at a report failed a short while ago.';
comment on column report_schedule.said is 'Why the last attempt at a report failed.';

alter table report
    add column schedule_id bigint,
    add foreign key (business_id, schedule_id) references report_schedule;
comment on column report.schedule_id is 'The series that it belongs to.';
create index report_of_schedule on report (business_id, schedule_id) where schedule_id is not null;

create table report_mail (
    business_id bigint not null references business,
    report_id bigint not null,
    address text not null,
    attempts integer not null default 0,
    again_at timestamptz not null,
    sent_at timestamptz,
    said text,
    primary key (business_id, report_id, address),
    foreign key (business_id, report_id) references report on delete cascade
);
comment on table report_mail is 'Mails about reports that were or are to be sent: each once.';
comment on column report_mail.again_at is 'Nobody tries before: another process does just now, or the last attempt failed a short while ago.';
comment on column report_mail.said is 'Why the last attempt failed.';

do $$
declare
    tenant text;
begin
    foreach tenant in array array['report_schedule', 'report_mail'] loop
        execute format('grant select, insert, update, delete on %I to tidemark_app', tenant);
        execute format('alter table %I enable row level security', tenant);
        execute format('create policy one_business on %I to tidemark_app using '
            '(business_id = nullif(current_setting(''tidemark.business_id'', true), '''')::bigint)', tenant);
    end loop;
end $$;
