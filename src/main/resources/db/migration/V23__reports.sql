-- Reports for clients: chosen panels of a period, with what an analyst says of them.

create table report (
    business_id bigint not null references business,
    report_id bigint not null,
    title text not null,
    from_date date not null,
    to_date date not null,
    search text not null,
    sections json not null,
    colour text,
    logo_type text,
    logo bytea,
    created_by bigint not null references app_user,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    closed_at timestamptz,
    answers json,
    primary key (business_id, report_id),
    check (to_date >= from_date),
    check ((logo_type is null) = (logo is null)),
    check ((closed_at is null) = (answers is null))
);
comment on table report is 'Reports for clients.';
comment on column report.search is 'Filters, comparison and conventions, as a query string.';
comment on column report.sections is 'The panels in order, each with the analyst''s text.';
comment on column report.logo is 'Drawn anew from what was uploaded.';
comment on column report.answers is 'What each panel said when the report was closed; it never changes.';

grant select, insert, update, delete on report to tidemark_app;
alter table report enable row level security;
create policy one_business on report to tidemark_app using
    (business_id = nullif(current_setting('tidemark.business_id', true), '')::bigint);
