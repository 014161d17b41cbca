-- Deleted products whose likes are still to be removed.
CREATE TABLE deletion (
  product_id BIGINT UNSIGNED NOT NULL PRIMARY KEY
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
INSERT INTO deletion (product_id) SELECT id FROM product WHERE deleted;

-- One row: how far the reconciliation has come, whoever went on with it last.
CREATE TABLE reconciliation (
  id         TINYINT UNSIGNED NOT NULL PRIMARY KEY,
  after_id   BIGINT UNSIGNED  NOT NULL DEFAULT 0 COMMENT 'the last product looked at; 0 between two rounds',
  started_at DATETIME(6)      NOT NULL DEFAULT '1970-01-02 00:00:00' COMMENT 'of the current or last round'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
INSERT INTO reconciliation (id) VALUES (1);
