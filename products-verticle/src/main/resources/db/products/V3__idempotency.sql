-- Idempotency keys of clients, and what the first request with each came to. Written with the effect; removed after 48 h.
CREATE TABLE idempotency_key (
  id         BINARY(32)  NOT NULL PRIMARY KEY COMMENT 'SHA-256 of the caller and the key',
  request    BINARY(32)  NOT NULL COMMENT 'SHA-256 of method, path and body',
  command_id BINARY(16)  NOT NULL COMMENT 'the first command; its own repeat is no replay',
  answer     MEDIUMBLOB  NULL     COMMENT 'null only inside of the transaction that claims the key',
  created_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  KEY idempotency_key_by_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
