-- A version is GREATEST(version + 1, microseconds of the clock): ordered, opaque, above anything lost in a restore.
CREATE TABLE products (
  id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  title         VARCHAR(200)    NOT NULL,
  image         VARCHAR(2048)   NOT NULL,
  likes         BIGINT UNSIGNED NOT NULL DEFAULT 0,
  likes_version BIGINT UNSIGNED NOT NULL DEFAULT 0,
  version       BIGINT UNSIGNED NOT NULL,
  command_id    BINARY(16)      NOT NULL COMMENT 'the command that wrote this version; its repeat changes nothing',
  created_at    DATETIME(6)     NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  updated_at    DATETIME(6)     NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  UNIQUE KEY products_by_command (command_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE deleted_products (
  id         BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  version    BIGINT UNSIGNED NOT NULL,
  command_id BINARY(16)      NOT NULL,
  deleted_at DATETIME(6)     NOT NULL DEFAULT CURRENT_TIMESTAMP(6)
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
