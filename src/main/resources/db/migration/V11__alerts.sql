-- Alerts: what was sent of what needs a person, and since when an account could be read without one.

alter table connection drop column warned_at, drop column warned_days;

alter table live_account drop column warned_silent_at, add column collecting_since timestamptz;
update live_account set collecting_since = coalesce(last_success_at, now());
alter table live_account alter column collecting_since set not null;
comment on column live_account.collecting_since is
    'When somebody last had it collected: chose it, resumed it, or signed in again. Silence counts from then on.';

create table sent_alert (
    business_id bigint not null references business,
    alert text not null,
    channel text not null,
    found_at timestamptz not null,
    attempts integer not null,
    again_at timestamptz not null,
    sent_at timestamptz,
    said text,
    primary key (business_id, alert, channel)
);
comment on table sent_alert is 'What was or is to be sent through a channel of what is due. Forgotten once it is due no more.';
comment on column sent_alert.again_at is 'Nobody tries before: another process does just now, or the last attempt failed a short while ago.';
comment on column sent_alert.said is 'Why the last attempt failed.';

grant select, insert, update, delete on sent_alert to tidemark_app;
alter table sent_alert enable row level security;
create policy one_business on sent_alert to tidemark_app using
    (business_id = nullif(current_setting('tidemark.business_id', true), '')::bigint);
