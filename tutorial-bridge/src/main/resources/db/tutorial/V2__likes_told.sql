-- What is there of a count because the bridge told it is no like of theirs: a take-over subtracts it.
ALTER TABLE told
  ADD COLUMN liked BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'likes that the other side was told of, all in all';
