-- The secret before the present one, and when it was replaced: its answer may have got lost.
ALTER TABLE session ADD COLUMN previous BINARY(32) NULL, ADD COLUMN replaced_at DATETIME(6) NULL;
