-- The title that a day has of its own, read out of its text like the other columns: filled at the first start, as TornDays mends
-- every row that says another thing than its text.
alter table entry add column title varchar(300) default '' not null;
