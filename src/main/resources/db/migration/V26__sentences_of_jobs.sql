-- What the sentences of jobs are made from, so that they can be told in any language.

alter table job
    add column progress_said text,
    add column error_said text;
comment on column job.progress_said is
    'Which sentence progress_text is and what is in its places, as JSON; null where that was not kept.';
comment on column job.error_said is
    'Which sentence error_text is and what is in its places, as JSON; null where that was not kept.';
