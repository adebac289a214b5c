-- What the sentences about connections are made from, so that they can be told in any language.

alter table connection add column said_from text;
alter table live_account add column said_from text;
alter table refused_metric add column said_from text;
alter table sync_run add column said_from text;
alter table call_gate add column said_from text;

do $$
declare
    saying text;
begin
    foreach saying in array array['connection', 'live_account', 'refused_metric', 'sync_run', 'call_gate']
    loop
        execute format('comment on column %I.said_from is %L', saying,
            'Which sentence said is and what is in its places, as JSON; null where that was not kept.');
    end loop;
end
$$;
