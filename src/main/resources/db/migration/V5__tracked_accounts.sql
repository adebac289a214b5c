-- Accounts of others are told of by files too; one of them is the business's own once a source of its own says so.

grant update (owned) on account to tidemark_app;
comment on column account.owned is 'False for a public account of somebody else, which never counts in sums.';
