-- What members may do, and keys with which programs call.

-- Whoever was a member so far could do everything.
alter table member add column role text not null default 'owner' check (role in ('owner', 'member'));
comment on column member.role is 'Owners also say who is a member, and end the keys of others.';
grant delete on member to tidemark_app;

create table api_key (
    business_id bigint not null references business,
    key_id bigint not null,
    name text not null,
    scope text not null check (scope in ('read', 'write')),
    digest text not null,
    beginning text not null,
    user_id bigint not null references app_user,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz,
    primary key (business_id, key_id),
    unique (business_id, digest)
);
comment on table api_key is 'Keys of programs. Each is good for one business, and while who made it may see that business.';
comment on column api_key.digest is 'SHA-256 of the key, which nobody keeps.';
comment on column api_key.beginning is 'How the key begins, by which people tell keys apart.';
comment on column api_key.last_used_at is 'To the minute.';

grant select, insert on api_key to tidemark_app;
grant update (last_used_at, revoked_at) on api_key to tidemark_app;
alter table api_key enable row level security;
create policy one_business on api_key to tidemark_app using
    (business_id = nullif(current_setting('tidemark.business_id', true), '')::bigint);
