-- Rules that a plain PostgreSQL schema keeps so that its tables can be distributed by business_id later. Every row is a
-- breach. A tenant table is one that has a column business_id; one that is commented with citus:reference is copied to
-- all nodes and may be pointed at.
with tenant as (
    select c.oid, c.relname, b.attnum as business, b.attnotnull, b.atttypid, b.attgenerated
    from pg_class c
    join pg_attribute b on b.attrelid = c.oid and b.attname = 'business_id' and not b.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
)
select relname, 'business_id is not a plain bigint not null' as breach
from tenant
where not attnotnull or atttypid <> 'bigint'::regtype or attgenerated <> ''
union all
select t.relname, 'unique index without business_id: ' || i.indexrelid::regclass
from tenant t join pg_index i on i.indrelid = t.oid and i.indisunique
where not t.business = any (i.indkey::int2[])
union all
select t.relname, 'business_id does not come first in ' || i.indexrelid::regclass
from tenant t join pg_index i on i.indrelid = t.oid
where i.indkey[0] <> t.business
union all
select t.relname, 'exclusion constraint without business_id: ' || k.conname
from tenant t join pg_constraint k on k.conrelid = t.oid and k.contype = 'x'
where not t.business = any (k.conkey)
union all
select t.relname, 'foreign key to a tenant that does not join on business_id: ' || k.conname
from tenant t
join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' and k.conparentid = 0
join tenant target on target.oid = k.confrelid
where not exists (
    select from unnest(k.conkey, k.confkey) as pair (here, there)
    where pair.here = t.business and pair.there = target.business)
union all
select t.relname, 'foreign key to a table that is neither tenant nor reference: ' || k.conname
from tenant t
join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
left join tenant target on target.oid = k.confrelid
where target.oid is null
    and not coalesce(obj_description(k.confrelid, 'pg_class') like '%citus:reference%', false)
union all
select t.relname, 'foreign key that sets or changes business_id: ' || k.conname
from tenant t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' and t.business = any (k.conkey)
where k.confdeltype in ('n', 'd') or k.confupdtype in ('n', 'd', 'c')
union all
select k.conrelid::regclass::text, 'local table points into a tenant: ' || k.conname
from pg_constraint k
join tenant target on target.oid = k.confrelid
left join tenant t on t.oid = k.conrelid
join pg_class c on c.oid = k.conrelid
where k.contype = 'f' and t.oid is null and not c.relispartition
union all
select t.relname, 'facts have a foreign key: ' || k.conname
from tenant t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
where t.relname ~ '(snapshot|_fact|_version|_read)$'
union all
select t.relname, 'trigger: ' || g.tgname
from tenant t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
union all
select t.relname, 'rule: ' || r.rulename
from tenant t join pg_rewrite r on r.ev_class = t.oid and r.rulename <> '_RETURN'
union all
select t.relname, 'identity column or sequence default: ' || a.attname
from tenant t
join pg_attribute a on a.attrelid = t.oid
left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
where a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval%'
union all
select t.relname, 'inherits'
from tenant t join pg_inherits i on i.inhrelid = t.oid
union all
select c.relname, 'partitions of partitions'
from pg_class c
where c.relkind = 'p' and c.relispartition and c.relnamespace = current_schema()::regnamespace
order by 1, 2
