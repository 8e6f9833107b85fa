-- Read out of a day's text like its other columns; filled at the first start, because the rules have another name since.
alter table entry add column written integer default 0 not null;
alter table entry add column lab boolean default false not null;

-- What a day mentions that other pages look it up by: tags, days, topics, challenges without a solution. Rows of a text, as topics are.
create table mention (
    entry_id bigint not null references entry (id) on delete cascade,
    place integer not null,
    kind varchar(20) not null,
    -- By what it is looked up: the tag, the day, the topic's title as titles are compared; empty for a challenge.
    name varchar(300) not null,
    -- Which row of its section it is, from 0; 0 for what stands anywhere.
    part integer not null,
    -- One line of plain text for whoever is led to it; may be empty.
    line varchar(300) not null,
    primary key (entry_id, place)
);

create index mention_kind_name on mention (kind, name);
