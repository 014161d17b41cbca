CREATE TABLE account (
  id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
  username VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  password VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  role VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  disabled BOOLEAN NOT NULL DEFAULT FALSE,
  created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  UNIQUE KEY account_by_username (username),
  KEY account_by_role (role, disabled)
) CHARACTER SET utf8mb4;

-- One row for each login. A refresh replaces the secret, so that each is good for once.
CREATE TABLE session (
  id BINARY(16) PRIMARY KEY,
  account_id BIGINT UNSIGNED NOT NULL,
  secret BINARY(32) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  withdrawn_at DATETIME(6) NULL,
  KEY session_by_account (account_id),
  KEY session_by_end (expires_at),
  KEY session_by_withdrawal (withdrawn_at)
) CHARACTER SET utf8mb4;

-- From where an account has logged in before: a digest of what the browser keeps.
CREATE TABLE device (
  id BINARY(32) PRIMARY KEY,
  account_id BIGINT UNSIGNED NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  KEY device_by_account (account_id),
  KEY device_by_age (seen_at)
) CHARACTER SET utf8mb4;

-- How often a name may still be tried: a leaky bucket, empty at empty_at (microseconds since 1970).
CREATE TABLE login_budget (
  id BINARY(32) PRIMARY KEY,
  empty_at BIGINT UNSIGNED NOT NULL,
  KEY login_budget_by_age (empty_at)
) CHARACTER SET utf8mb4;

-- The public halves of the keys that nodes hold, so that all nodes publish the same set.
CREATE TABLE signing_key (
  kid VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
  jwk TEXT NOT NULL,
  first_seen DATETIME(6) NOT NULL,
  last_held DATETIME(6) NOT NULL,
  withdrawn BOOLEAN NOT NULL DEFAULT FALSE
) CHARACTER SET utf8mb4;
