-- How businesses are collected, of many at once. Row-level security shows one business at a time, so that a list of two
-- hundred took as many transactions. It is answered by the owner of the tables, and tells nothing but whether and when:
-- whoever asks names the businesses that the reader may see.
create function collecting_of(businesses bigint[])
    returns table (of_business bigint, connected boolean, last_at timestamptz, next_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select l.business_id,
        bool_or(l.status = 'collecting'),
        max(l.last_success_at),
        min(l.due_at) filter (where l.status = 'collecting' and c.status = 'good')
    from live_account l
    left join connection c on c.business_id = l.business_id and c.connection_id = l.connection_id
    where l.business_id = any(businesses)
    group by l.business_id
$$;

revoke all on function collecting_of(bigint[]) from public;
grant execute on function collecting_of(bigint[]) to tidemark_app;
