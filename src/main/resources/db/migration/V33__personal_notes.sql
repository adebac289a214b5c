-- Notes that their author alone sees.
alter table note add column personal boolean not null default false;
comment on column note.personal is 'Whether the author alone sees it, and it is left out of reports and files.';
