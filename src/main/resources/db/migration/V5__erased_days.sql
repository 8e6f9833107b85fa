-- Of a day that was deleted for good, only which version it had: a form or a program that still holds it must be late, whatever is
-- written for that day later.
create table erased (
    entry_id bigint primary key,
    entry_date date not null,
    version bigint not null
);
