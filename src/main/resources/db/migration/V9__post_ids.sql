-- One post with many ids.

create table post_link (
    business_id bigint not null,
    post_id bigint not null,
    same_as_post_id bigint not null,
    source_id bigint not null,
    primary key (business_id, post_id, same_as_post_id, source_id)
);
comment on table post_link is
    'Two posts that a source says are one, by naming external ids of both together; it counts as long as the source does.';
create index post_link__same_as_idx on post_link (business_id, same_as_post_id);

create table post_creation (
    business_id bigint not null,
    account_id bigint not null,
    stretch bigint not null,
    created_millis bigint not null,
    post_id bigint not null,
    primary key (business_id, account_id, stretch, created_millis, post_id)
);
comment on table post_creation is
    'When the ids of LinkedIn posts were made, which they tell: in which five seconds, and in which millisecond.';

create table post_near (
    business_id bigint not null,
    post_id bigint not null,
    near_post_id bigint not null,
    primary key (business_id, post_id, near_post_id)
);
comment on table post_near is
    'Posts of one LinkedIn account whose ids were made within seconds of each other: one post if their texts are equal.';
create index post_near__near_idx on post_near (business_id, near_post_id);

-- Ids of posts that are there already.

insert into post_creation (business_id, account_id, stretch, created_millis, post_id)
select a.business_id, p.account_id, (a.external_id::bigint >> 22) / 5000, a.external_id::bigint >> 22, a.post_id
from (
    select * from post_alias
    where case when scheme in ('linkedin:activity', 'linkedin:share', 'linkedin:ugcPost')
        then external_id ~ '^[1-8][0-9]{18}$' else false end) a
join post p on p.business_id = a.business_id and p.post_id = a.post_id
on conflict do nothing;

insert into post_near (business_id, post_id, near_post_id)
select distinct n.business_id, n.post_id, c.post_id
from post_creation n
cross join (values (-1), (0), (1)) as away (stretches)
join post_creation c on c.business_id = n.business_id and c.account_id = n.account_id
    and c.stretch = n.stretch + away.stretches
where c.post_id < n.post_id and abs(c.created_millis - n.created_millis) <= 5000;

create table post_canonical (
    business_id bigint not null,
    post_id bigint not null,
    canonical_id bigint not null,
    primary key (business_id, post_id)
);
comment on table post_canonical is
    'Derived: ids of posts that are one with a post of a smaller id. A post that stands for itself has no row.';
create index post_canonical__canonical_idx on post_canonical (business_id, canonical_id);

grant select, insert on post_link, post_creation, post_near to tidemark_app;
grant select, insert, update, delete on post_canonical to tidemark_app;

do $$
declare
    tenant text;
begin
    foreach tenant in array array['post_link', 'post_creation', 'post_near', 'post_canonical']
    loop
        execute format('alter table %I enable row level security', tenant);
        execute format('create policy one_business on %I to tidemark_app using '
            || '(business_id = nullif(current_setting(''tidemark.business_id'', true), '''')::bigint)', tenant);
    end loop;
end
$$;
