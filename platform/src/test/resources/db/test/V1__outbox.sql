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
