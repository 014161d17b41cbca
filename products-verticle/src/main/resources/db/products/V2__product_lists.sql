-- One index for each order, the id last, so that a page begins where the one before ended. Descending orders read backwards.
-- The collation is one that every MySQL and MariaDB has: the same order, and the same search, on all of them.
-- `words` has each word of the title behind ' zz': no word is too short for the full-text index, and none is a stop word.
ALTER TABLE products
  MODIFY title VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
  ADD COLUMN words VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
    GENERATED ALWAYS AS (CONCAT(' zz', REGEXP_REPLACE(title, '[^\\p{L}\\p{N}\\p{M}]+', ' zz'), ' ')) STORED,
  ADD KEY products_by_likes (likes, id),
  ADD KEY products_by_title (title, id),
  ADD KEY products_by_creation (created_at, id),
  ADD FULLTEXT KEY products_by_words (words);
