-- Labels of posts, the rules that give them, and groups of accounts: what people say about their posts and accounts.
-- Only label_match is derived; rebuild recreates it.

create table label (
    business_id bigint not null references business,
    label_id bigint not null,
    kind text not null check (kind in ('campaign', 'pillar', 'product', 'market')),
    name text not null,
    name_key text not null,
    created_at timestamptz not null,
    primary key (business_id, label_id)
);
comment on column label.name_key is 'The name with case folded: what two labels of one kind may not share.';
create unique index label__name_idx on label (business_id, kind, name_key);

create table label_rule (
    business_id bigint not null,
    label_id bigint not null,
    place integer not null,
    type text not null check (type in ('hashtag', 'text', 'utm_campaign')),
    value text not null,
    whole_words boolean not null,
    primary key (business_id, label_id, place),
    foreign key (business_id, label_id) references label
);

create table label_choice (
    business_id bigint not null,
    label_id bigint not null,
    post_id bigint not null,
    carries boolean not null,
    chosen_at timestamptz not null,
    primary key (business_id, label_id, post_id),
    foreign key (business_id, label_id) references label
);
comment on table label_choice is
    'What somebody chose by hand, which wins over rules and imports: the post carries the label, or does not.';
create index label_choice__post_idx on label_choice (business_id, post_id);

create table label_naming (
    business_id bigint not null,
    label_id bigint not null,
    post_id bigint not null,
    source_id bigint not null,
    primary key (business_id, label_id, post_id, source_id),
    foreign key (business_id, label_id) references label
);
comment on table label_naming is 'Posts whose label an import named; it counts as long as the source does.';
create index label_naming__post_idx on label_naming (business_id, post_id);

-- No foreign key: written in bulk while posts are appended.
create table label_match (
    business_id bigint not null,
    label_id bigint not null,
    post_id bigint not null,
    primary key (business_id, label_id, post_id)
);
comment on table label_match is 'Posts whose present text or address matches a rule of the label.';
create index label_match__post_idx on label_match (business_id, post_id);

create table account_group (
    business_id bigint not null,
    account_id bigint not null,
    name_key text not null,
    name text not null,
    primary key (business_id, account_id, name_key),
    foreign key (business_id, account_id) references account
);
comment on table account_group is 'Groups that accounts stand in, such as a brand or a region.';

grant select, insert, update, delete on label, label_rule, label_choice, label_naming, label_match, account_group
    to tidemark_app;

do $$
declare
    tenant text;
begin
    foreach tenant in array array['label', 'label_rule', 'label_choice', 'label_naming', 'label_match', 'account_group']
    loop
        execute format('alter table %I enable row level security', tenant);
        execute format('create policy one_business on %I to tidemark_app using '
            || '(business_id = nullif(current_setting(''tidemark.business_id'', true), '''')::bigint)', tenant);
    end loop;
end
$$;
