-- Count, version and tombstone of a product are one row: every writer of likes locks it first.
CREATE TABLE product (
  id              BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  likes           BIGINT UNSIGNED NOT NULL DEFAULT 0,
  version         BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'of the count; GREATEST(version + 1, microseconds of the clock)',
  product_version BIGINT UNSIGNED NOT NULL COMMENT 'of the replica, as products-verticle gave it',
  deleted         BOOLEAN         NOT NULL DEFAULT FALSE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE likes (
  product_id BIGINT UNSIGNED NOT NULL,
  liker      BINARY(16)      NOT NULL COMMENT 'a random UUID, or eight zero bytes and the number of an account',
  command_id BINARY(16)      NOT NULL COMMENT 'the command that made it; its repeat is a success',
  created_at DATETIME(6)     NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (product_id, liker),
  KEY likes_by_liker (liker, product_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Rows are deleted once the broker has confirmed them: normally empty.
CREATE TABLE outbox (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id    BINARY(16)      NOT NULL,
  routing_key VARCHAR(64)     NOT NULL,
  payload     MEDIUMBLOB      NOT NULL,
  headers     VARCHAR(1024)   NOT NULL,
  created_at  DATETIME(6)     NOT NULL DEFAULT CURRENT_TIMESTAMP(6)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Rows that the broker refused three times alone.
CREATE TABLE outbox_parked LIKE outbox;

-- One row; who holds its lock relays.
CREATE TABLE outbox_relay (
  id TINYINT UNSIGNED NOT NULL PRIMARY KEY
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
INSERT INTO outbox_relay (id) VALUES (1);
