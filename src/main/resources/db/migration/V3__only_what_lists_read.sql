-- What nobody read: the day's text says it, and whoever wants it reads it there. Statement by statement, as both databases take it.
drop table challenge;
drop table reference;
alter table topic drop column body;
alter table entry drop column scrum_todo;
alter table entry drop column scrum_special_notes;
alter table entry drop column scrum_yesterday_todo;
alter table entry drop column scrum_yesterday_retrospective;
alter table entry drop column retrospective;

-- By which rules the columns and topics of a day were read out of its text; empty for those of before. What other rules read is
-- read anew at a start, without another version: its text is the same.
alter table entry add column read_by varchar(16) default '' not null;
