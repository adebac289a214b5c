-- What sets posts apart, their pictures, and the answers that platforms gave.

alter table post_version add column collab boolean, add column crosspost boolean;
comment on column post_version.collab is
    'Published together with another account, whose audience it reached too. Null where the source does not say.';
comment on column post_version.crosspost is
    'Also shown by another account or on a sister platform, whose numbers may be in its own. Null where the source does not say.';
alter table post_analytics add column collab boolean, add column crosspost boolean;

create table thumbnail (
    business_id bigint not null,
    scheme text not null,
    external_id text not null,
    account_id bigint not null,
    published_at timestamptz not null,
    picture text not null,
    address text,
    tries integer not null,
    try_at timestamptz not null,
    said text,
    image bytea,
    content_type text,
    etag text,
    fetched_at timestamptz,
    primary key (business_id, scheme, external_id),
    foreign key (business_id, scheme, external_id) references post_alias on delete cascade,
    check ((image is null) = (content_type is null) and (image is null) = (etag is null)
        and (image is null) = (fetched_at is null))
);
comment on table thumbnail is 'A small picture of a post, by the name under which its platform listed it; goes with the post.';
comment on column thumbnail.picture is 'Tells whether the platform shows the same picture as before: addresses change more often.';
comment on column thumbnail.address is 'Where it is to be fetched from. Null where it was, or where that is given up.';
comment on column thumbnail.said is 'Why the last attempt brought nothing.';
create index thumbnail__wanted_idx on thumbnail (business_id, account_id, try_at) where address is not null;

grant select, insert, update, delete on thumbnail to tidemark_app;
alter table thumbnail enable row level security;
create policy one_business on thumbnail to tidemark_app using
    (business_id = nullif(current_setting('tidemark.business_id', true), '')::bigint);

create table raw_response (
    business_id bigint not null,
    run_id bigint not null,
    nr integer not null,
    account_id bigint not null,
    call integer not null,
    asked text,
    asked_at timestamptz not null,
    mapped text not null,
    endpoint text not null,
    target text not null,
    status integer not null,
    at timestamptz not null,
    body bytea not null,
    bytes integer not null,
    primary key (business_id, run_id, nr),
    foreign key (business_id, account_id) references account on delete cascade
);
comment on table raw_response is
    'Answers of platforms as they came, without tokens, where whoever runs the server keeps them: what a mending of the mapping is replayed on.';
comment on column raw_response.call is 'Of a connector, to which one or several answers belong.';
comment on column raw_response.asked is 'What the connector was asked for, as JSON, with the first answer of a call.';
comment on column raw_response.mapped is 'Tells what the connector made of the call, or that it failed.';
comment on column raw_response.status is '0 where no answer came; the body says why then.';
comment on column raw_response.body is 'Deflated text.';
comment on column raw_response.bytes is 'What the row takes, about.';
create index raw_response__age_idx on raw_response (business_id, at);

grant select, insert, update, delete on raw_response to tidemark_app;
alter table raw_response enable row level security;
create policy one_business on raw_response to tidemark_app using
    (business_id = nullif(current_setting('tidemark.business_id', true), '')::bigint);
