-- Links by which people without an account see one page of one business, and nothing else.

create table share (
    business_id bigint not null references business,
    share_id bigint not null,
    token_hash text not null,
    page text not null,
    search text not null,
    created_by bigint not null references app_user,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    password_hash text,
    last_used_at timestamptz,
    primary key (business_id, share_id),
    check (expires_at > created_at)
);
comment on table share is 'Links that show one page to whoever holds them.';
comment on column share.token_hash is 'SHA-256 of the secret in the link, in hex; the secret itself is told once and kept nowhere.';
comment on column share.search is 'Period, filters and the rest of what the page shows, as a query string. Nothing wider is answered.';
comment on column share.created_by is 'The link shows no more than this user may see, and ends when the user does.';

grant select, insert, update on share to tidemark_app;
alter table share enable row level security;
create policy one_business on share to tidemark_app using
    (business_id = nullif(current_setting('tidemark.business_id', true), '')::bigint);
