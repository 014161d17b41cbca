-- Rebuilds the table, for its full-text index: no server can add a column at once beside one. Reads go on, writes wait.
ALTER TABLE products ADD COLUMN description VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'plain text';
