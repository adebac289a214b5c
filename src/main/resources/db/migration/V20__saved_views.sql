-- What people look at again and again, by a name: a page of the dashboard with what its address says.

create table saved_view (
    business_id bigint not null references business,
    user_id bigint not null references app_user,
    view_id bigint not null,
    name text not null,
    name_key text not null,
    path text not null,
    search text not null,
    saved_at timestamptz not null,
    primary key (business_id, user_id, view_id)
);
comment on column saved_view.name_key is 'The name with case folded: what two views of a user in a business may not share.';
comment on column saved_view.search is 'What follows the path, with its question mark; empty where nothing does.';
create unique index saved_view__name_idx on saved_view (business_id, user_id, name_key);

grant select, insert, update, delete on saved_view to tidemark_app;

alter table saved_view enable row level security;
create policy one_business on saved_view to tidemark_app
    using (business_id = nullif(current_setting('tidemark.business_id', true), '')::bigint);
