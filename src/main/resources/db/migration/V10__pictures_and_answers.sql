-- What sets posts apart, their pictures, and the answers that platforms gave.

alter table post_version add column collab boolean, add column crosspost boolean;
comment on column post_version.collab is
    'Published together with another account, whose audience it reached too. Null where the source does not say.';
comment on column post_version.crosspost is
    'Also shown by another account or on a sister platform, whose numbers may be in its own. Null where the source does not say.';
alter table post_analytics add column collab boolean, add column crosspost boolean;
