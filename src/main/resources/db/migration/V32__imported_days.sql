-- Which days rest on export files, and by which derivation a business was derived: what follows from observations has
-- become more, so that businesses from before are derived anew while the server runs.
alter table analytics_summaries
    add column imported_n integer,
    add column imported_followers_n integer;
comment on column analytics_summaries.imported_n is
    'Activity of a content type: posts whose day rests on a reading from an export file. Of the account: days of which an export file said something, followers left out. Null is not known.';
comment on column analytics_summaries.imported_followers_n is
    'Activity of the account: days whose follower count an export file said. Null is not known.';

alter table business add column derivation smallint not null default 0;
comment on column business.derivation is
    'By which derivation everything derived was derived last as a whole; 0 is any from before there were numbers.';
