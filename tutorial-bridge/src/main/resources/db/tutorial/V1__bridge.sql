-- What the tutorial's services have been told, or knew before: one row a product, locked by whoever tells more.
CREATE TABLE told (
  product_id      BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  known           BOOLEAN         NOT NULL DEFAULT FALSE COMMENT 'the other side has it: a change of it is no product_created',
  deleted         BOOLEAN         NOT NULL DEFAULT FALSE,
  product_version BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'of the newest product fact seen',
  likes           BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'the count in the newest fact seen',
  likes_version   BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'of that fact',
  imported        BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'likes that came from there, all in all',
  untold          BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'those of them that are still to appear in a count; not told back'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Messages in the tutorial's form on their way to the broker: normally empty.
CREATE TABLE outgoing (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  queue      VARCHAR(16)     NOT NULL,
  event      VARCHAR(32)     NOT NULL COMMENT 'the content_type of the message',
  body       BLOB            NOT NULL,
  times      INT UNSIGNED    NOT NULL COMMENT 'how often it is sent: likes come one by one there',
  created_at DATETIME(6)     NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  KEY outgoing_by_queue (queue, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One row once the products that were there before the bridge are in told.
CREATE TABLE joined (
  id        TINYINT UNSIGNED NOT NULL PRIMARY KEY,
  joined_at DATETIME(6)      NOT NULL DEFAULT CURRENT_TIMESTAMP(6)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
