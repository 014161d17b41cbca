-- Products whose count has changed since the broker confirmed the last event about it: written with the change, deleted once
-- the broker has confirmed the newest count. Normally empty. The outbox only holds what an earlier release left there.
CREATE TABLE announcement (
  product_id  BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  version     BIGINT UNSIGNED NOT NULL COMMENT 'of the newest count',
  added       BIGINT UNSIGNED NOT NULL COMMENT 'likes since the last announcement',
  removed     BIGINT UNSIGNED NOT NULL COMMENT 'likes taken back since the last announcement',
  first_at    DATETIME(6)     NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'of the first change since the last announcement',
  traceparent VARCHAR(255)    NULL     COMMENT 'of the newest change'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One row: how far the relay has come, whichever node went on last.
CREATE TABLE announcement_round (
  id           TINYINT UNSIGNED NOT NULL PRIMARY KEY,
  after_id     BIGINT UNSIGNED  NOT NULL DEFAULT 0 COMMENT 'the last product announced; 0 between two rounds',
  announced_at DATETIME(6)      NOT NULL DEFAULT '1970-01-02 00:00:00' COMMENT 'when that was'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
INSERT INTO announcement_round (id) VALUES (1);
