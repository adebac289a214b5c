-- Replies are collected where somebody asks for them.
alter table live_account add column replies boolean not null default false;
comment on column live_account.replies is 'Whether replies are collected too; of use only where the platform lists them.';
