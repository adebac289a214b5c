-- Notes on dates: what people know of days that the numbers do not tell.

create table note (
    business_id bigint not null references business,
    note_id bigint not null,
    from_date date not null,
    to_date date not null,
    account_id bigint,
    text text not null check (char_length(text) between 1 and 500),
    author bigint not null references app_user,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (business_id, note_id),
    foreign key (business_id, account_id) references account,
    check (from_date <= to_date)
);
comment on table note is 'What people wrote about days of a business, in its zone.';
comment on column note.account_id is 'The account that it is about; null for the whole business.';
comment on column note.author is 'Who wrote it first.';

create index note__days_idx on note (business_id, from_date);

grant select, insert, update, delete on note to tidemark_app;
alter table note enable row level security;
create policy one_business on note to tidemark_app using
    (business_id = nullif(current_setting('tidemark.business_id', true), '')::bigint);
