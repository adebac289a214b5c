-- How exactly a source knows when a post was published.

alter table post_version add column published_day_only boolean not null default false;
comment on column post_version.published_day_only is
    'published_at is the beginning of a day of which the source knows no hour: any exact time is better.';
