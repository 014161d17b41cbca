-- A hyphen or break that may be shown within a word, and joiners (general category Cf), are no end of it. Rebuilds the table.
ALTER TABLE products
  MODIFY COLUMN words VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
    GENERATED ALWAYS AS
      (CONCAT(' zz', REGEXP_REPLACE(REGEXP_REPLACE(title, '\\p{Cf}+', ''), '[^\\p{L}\\p{N}\\p{M}]+', ' zz'), ' ')) STORED;
