-- Sections have the same names everywhere by now.
update section_name set section = 'TOPICS' where section = 'LEARNED';
update section_name set section = 'EXTRAS' where section = 'OTHER';
