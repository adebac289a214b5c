-- What platforms say is left of their limits.
create table call_allowance (
    gate text primary key,
    used double precision not null check (used >= 0),
    resets_at timestamptz,
    told_at timestamptz not null
);
comment on table call_allowance is 'citus:reference. The share of a limit that is used, as a platform said last, named as in call_gate.';

grant select, insert, update, delete on call_allowance to tidemark_app;
