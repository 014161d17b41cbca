CREATE TABLE `deletion` (
  `product_id` bigint(20) unsigned NOT NULL,
  PRIMARY KEY (`product_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `flyway_schema_history` (
  `installed_rank` int(11) NOT NULL,
  `version` varchar(50) DEFAULT NULL,
  `description` varchar(200) NOT NULL,
  `type` varchar(20) NOT NULL,
  `script` varchar(1000) NOT NULL,
  `checksum` int(11) DEFAULT NULL,
  `installed_by` varchar(100) NOT NULL,
  `installed_on` timestamp NOT NULL DEFAULT current_timestamp(),
  `execution_time` int(11) NOT NULL,
  `success` tinyint(1) NOT NULL,
  PRIMARY KEY (`installed_rank`),
  KEY `flyway_schema_history_s_idx` (`success`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `flyway_schema_history` (`installed_rank`, `version`, `description`, `type`, `script`, `checksum`, `installed_by`, `installed_on`, `execution_time`, `success`) VALUES (1,'1','likes and outbox','SQL','V1__likes_and_outbox.sql',2116489954,'likewire','2026-11-29 18:56:16',14,1);
INSERT INTO `flyway_schema_history` (`installed_rank`, `version`, `description`, `type`, `script`, `checksum`, `installed_by`, `installed_on`, `execution_time`, `success`) VALUES (2,'2','upkeep','SQL','V2__upkeep.sql',207336961,'likewire','2026-11-29 18:56:16',11,1);
INSERT INTO `flyway_schema_history` (`installed_rank`, `version`, `description`, `type`, `script`, `checksum`, `installed_by`, `installed_on`, `execution_time`, `success`) VALUES (3,'3','idempotency','SQL','V3__idempotency.sql',510796099,'likewire','2026-11-29 18:56:16',12,1);
CREATE TABLE `idempotency_key` (
  `id` binary(32) NOT NULL COMMENT 'SHA-256 of the caller and the key',
  `request` binary(32) NOT NULL COMMENT 'SHA-256 of method, path and body',
  `command_id` binary(16) NOT NULL COMMENT 'the first command; its own repeat is no replay',
  `answer` mediumblob DEFAULT NULL COMMENT 'null only inside of the transaction that claims the key',
  `created_at` datetime(6) NOT NULL DEFAULT current_timestamp(6),
  PRIMARY KEY (`id`),
  KEY `idempotency_key_by_age` (`created_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `likes` (
  `product_id` bigint(20) unsigned NOT NULL,
  `liker` binary(16) NOT NULL COMMENT 'a random UUID, or eight zero bytes and the number of an account',
  `command_id` binary(16) NOT NULL COMMENT 'the command that made it; its repeat is a success',
  `created_at` datetime(6) NOT NULL DEFAULT current_timestamp(6),
  PRIMARY KEY (`product_id`,`liker`),
  KEY `likes_by_liker` (`liker`,`product_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `likes` (`product_id`, `liker`, `command_id`, `created_at`) VALUES (1,0x348FC9B608B94697ADB68FAC65804057,0xB8B843BC21FD4EF2866B8405A2246543,'2026-11-29 18:56:22.293077');
INSERT INTO `likes` (`product_id`, `liker`, `command_id`, `created_at`) VALUES (1,0x506AF960D57B44DA94B207F9DB8CCF1A,0x431E1BD6F62F47399C171ECEE8FC7085,'2026-11-29 18:56:22.035930');
INSERT INTO `likes` (`product_id`, `liker`, `command_id`, `created_at`) VALUES (2,0x3D8A6247404543E89F136AEEB4E0DE96,0x43F67902096C46CB848F924845F674CC,'2026-11-29 18:56:22.151480');
INSERT INTO `likes` (`product_id`, `liker`, `command_id`, `created_at`) VALUES (2,0xDD278D2F7C6548C5A61C5C065B6279A7,0xB6F584040CA54996BEF7CDDA2AB95BD1,'2026-11-29 18:56:22.306784');
CREATE TABLE `outbox` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `event_id` binary(16) NOT NULL,
  `routing_key` varchar(64) NOT NULL,
  `payload` mediumblob NOT NULL,
  `headers` varchar(1024) NOT NULL,
  `created_at` datetime(6) NOT NULL DEFAULT current_timestamp(6),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `outbox` (`id`, `event_id`, `routing_key`, `payload`, `headers`, `created_at`) VALUES (3,0x01A228AA59147F349769166D08DA5B11,'likes.changed',0x7B2270726F647563744964223A312C226C696B6573223A322C2276657273696F6E223A313739353937383538323239313833372C226164646564223A312C2272656D6F766564223A307D,'{\"type\":\"product_likes_changed\",\"source\":\"/likewire/likes\"}','2026-11-29 18:56:22.293616');
INSERT INTO `outbox` (`id`, `event_id`, `routing_key`, `payload`, `headers`, `created_at`) VALUES (4,0x01A228AA5922794EAA60D2889DB8ECB4,'likes.changed',0x7B2270726F647563744964223A322C226C696B6573223A322C2276657273696F6E223A313739353937383538323330343539352C226164646564223A312C2272656D6F766564223A307D,'{\"type\":\"product_likes_changed\",\"source\":\"/likewire/likes\"}','2026-11-29 18:56:22.307442');
CREATE TABLE `outbox_parked` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `event_id` binary(16) NOT NULL,
  `routing_key` varchar(64) NOT NULL,
  `payload` mediumblob NOT NULL,
  `headers` varchar(1024) NOT NULL,
  `created_at` datetime(6) NOT NULL DEFAULT current_timestamp(6),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `outbox_relay` (
  `id` tinyint(3) unsigned NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `outbox_relay` (`id`) VALUES (1);
CREATE TABLE `product` (
  `id` bigint(20) unsigned NOT NULL,
  `likes` bigint(20) unsigned NOT NULL DEFAULT 0,
  `version` bigint(20) unsigned NOT NULL DEFAULT 0 COMMENT 'of the count; GREATEST(version + 1, microseconds of the clock)',
  `product_version` bigint(20) unsigned NOT NULL COMMENT 'of the replica, as products-verticle gave it',
  `deleted` tinyint(1) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `product` (`id`, `likes`, `version`, `product_version`, `deleted`) VALUES (1,2,1795978582291837,1795978581898918,0);
INSERT INTO `product` (`id`, `likes`, `version`, `product_version`, `deleted`) VALUES (2,2,1795978582304595,1795978581945338,0);
CREATE TABLE `reconciliation` (
  `id` tinyint(3) unsigned NOT NULL,
  `after_id` bigint(20) unsigned NOT NULL DEFAULT 0 COMMENT 'the last product looked at; 0 between two rounds',
  `started_at` datetime(6) NOT NULL DEFAULT '1970-01-02 00:00:00.000000' COMMENT 'of the current or last round',
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `reconciliation` (`id`, `after_id`, `started_at`) VALUES (1,0,'2026-11-29 18:56:21.842386');
INSERT INTO `outbox_parked` SELECT * FROM `outbox` ORDER BY `id` LIMIT 1;
