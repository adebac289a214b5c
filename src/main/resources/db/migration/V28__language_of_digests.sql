-- In which language who gets a digest gets it.

alter table digest_reader add column language text not null default 'en' check (language in ('en', 'de'));

comment on column digest_reader.language is 'In which the mails are, by ISO 639. Who asked before there was a choice reads English.';
