-- How tables of tools that Tidemark does not know are to be read, as the people of a business have confirmed it.

create table import_mapping (
    business_id bigint not null references business,
    mapping_id bigint not null,
    name text not null,
    name_key text not null,
    definition jsonb not null,
    saved_at timestamptz not null,
    primary key (business_id, mapping_id)
);
comment on column import_mapping.name_key is 'The name with case folded: what two mappings of a business may not share.';
create unique index import_mapping__name_idx on import_mapping (business_id, name_key);

grant select, insert, update, delete on import_mapping to tidemark_app;

alter table import_mapping enable row level security;
create policy one_business on import_mapping to tidemark_app
    using (business_id = nullif(current_setting('tidemark.business_id', true), '')::bigint);
