-- Edits within ten minutes of begun_at rewrite the revision. Null for a file that was brought in, and for all that was saved
-- before this column: those are never rewritten.
alter table revision add column begun_at timestamp with time zone;
