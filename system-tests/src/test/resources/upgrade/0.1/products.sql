CREATE TABLE `deleted_products` (
  `id` bigint(20) unsigned NOT NULL,
  `version` bigint(20) unsigned NOT NULL,
  `command_id` binary(16) NOT NULL,
  `deleted_at` datetime(6) NOT NULL DEFAULT current_timestamp(6),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `deleted_products` (`id`, `version`, `command_id`, `deleted_at`) VALUES (2,1795978582312309,0x98B032AF18BB42058433307EFBC868AF,'2026-11-29 18:56:22.314070');
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
INSERT INTO `flyway_schema_history` (`installed_rank`, `version`, `description`, `type`, `script`, `checksum`, `installed_by`, `installed_on`, `execution_time`, `success`) VALUES (1,'1','products and outbox','SQL','V1__products_and_outbox.sql',-1259134585,'likewire','2026-11-29 18:56:14',17,1);
INSERT INTO `flyway_schema_history` (`installed_rank`, `version`, `description`, `type`, `script`, `checksum`, `installed_by`, `installed_on`, `execution_time`, `success`) VALUES (2,'2','product lists','SQL','V2__product_lists.sql',2085239506,'likewire','2026-11-29 18:56:14',29,1);
INSERT INTO `flyway_schema_history` (`installed_rank`, `version`, `description`, `type`, `script`, `checksum`, `installed_by`, `installed_on`, `execution_time`, `success`) VALUES (3,'3','idempotency','SQL','V3__idempotency.sql',510796099,'likewire','2026-11-29 18:56:14',3,1);
CREATE TABLE `idempotency_key` (
  `id` binary(32) NOT NULL COMMENT 'SHA-256 of the caller and the key',
  `request` binary(32) NOT NULL COMMENT 'SHA-256 of method, path and body',
  `command_id` binary(16) NOT NULL COMMENT 'the first command; its own repeat is no replay',
  `answer` mediumblob DEFAULT NULL COMMENT 'null only inside of the transaction that claims the key',
  `created_at` datetime(6) NOT NULL DEFAULT current_timestamp(6),
  PRIMARY KEY (`id`),
  KEY `idempotency_key_by_age` (`created_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `idempotency_key` (`id`, `request`, `command_id`, `answer`, `created_at`) VALUES (0x1A82FDCD2877FFB013698209D2DC76F8C1762D8E7017CCA0C0EAD5D0F3BEC652,0x1A444D7D6C101F0B73810D22BA175A3C9B8F88C98F7D6404AC4522A06D0E753B,0x31C7D4746B3A43C9BDAA5507AC59590E,0x7B226964223A332C227469746C65223A22436F636F61222C22696D616765223A222F696D616765732F636F636F612E737667222C226C696B6573223A302C226C696B657356657273696F6E223A302C2276657273696F6E223A313739353937383538323235373332312C22637265617465644174223A22323032362D31312D32395431383A35363A32322E3235373332315A222C22757064617465644174223A22323032362D31312D32395431383A35363A32322E3235373332315A227D,'2026-11-29 18:56:22.256173');
CREATE TABLE `outbox` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `event_id` binary(16) NOT NULL,
  `routing_key` varchar(64) NOT NULL,
  `payload` mediumblob NOT NULL,
  `headers` varchar(1024) NOT NULL,
  `created_at` datetime(6) NOT NULL DEFAULT current_timestamp(6),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=6 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `outbox` (`id`, `event_id`, `routing_key`, `payload`, `headers`, `created_at`) VALUES (3,0x01A228AA58F279828A2E47176BE3BCD7,'product.created',0x7B226964223A332C227469746C65223A22436F636F61222C22696D616765223A222F696D616765732F636F636F612E737667222C2276657273696F6E223A313739353937383538323235373332317D,'{\"type\":\"product_created\",\"source\":\"/likewire/products\"}','2026-11-29 18:56:22.259636');
INSERT INTO `outbox` (`id`, `event_id`, `routing_key`, `payload`, `headers`, `created_at`) VALUES (4,0x01A228AA590877399EB592713989132B,'product.updated',0x7B226964223A312C227469746C65223A22477265656E20746561222C22696D616765223A222F696D616765732F7465612E737667222C2276657273696F6E223A313739353937383538323237393730387D,'{\"type\":\"product_updated\",\"source\":\"/likewire/products\"}','2026-11-29 18:56:22.281660');
INSERT INTO `outbox` (`id`, `event_id`, `routing_key`, `payload`, `headers`, `created_at`) VALUES (5,0x01A228AA592B72818C8A2AF6E158C124,'product.deleted',0x7B226964223A322C2276657273696F6E223A313739353937383538323331323330397D,'{\"type\":\"product_deleted\",\"source\":\"/likewire/products\"}','2026-11-29 18:56:22.315467');
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
CREATE TABLE `products` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `title` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
  `image` varchar(2048) NOT NULL,
  `likes` bigint(20) unsigned NOT NULL DEFAULT 0,
  `likes_version` bigint(20) unsigned NOT NULL DEFAULT 0,
  `version` bigint(20) unsigned NOT NULL,
  `command_id` binary(16) NOT NULL COMMENT 'the command that wrote this version; its repeat changes nothing',
  `created_at` datetime(6) NOT NULL DEFAULT current_timestamp(6),
  `updated_at` datetime(6) NOT NULL DEFAULT current_timestamp(6),
  `words` varchar(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci GENERATED ALWAYS AS (concat(' zz',regexp_replace(`title`,'[^\\p{L}\\p{N}\\p{M}]+',' zz'),' ')) STORED,
  PRIMARY KEY (`id`),
  UNIQUE KEY `products_by_command` (`command_id`),
  KEY `products_by_likes` (`likes`,`id`),
  KEY `products_by_title` (`title`,`id`),
  KEY `products_by_creation` (`created_at`,`id`),
  FULLTEXT KEY `products_by_words` (`words`)
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `products` (`id`, `title`, `image`, `likes`, `likes_version`, `version`, `command_id`, `created_at`, `updated_at`) VALUES (1,'Green tea','/images/tea.svg',1,1795978582021272,1795978582279708,0x35420137AF9A4AD4808120AD05A5DC33,'2026-11-29 18:56:21.898918','2026-11-29 18:56:22.279708');
INSERT INTO `products` (`id`, `title`, `image`, `likes`, `likes_version`, `version`, `command_id`, `created_at`, `updated_at`) VALUES (3,'Cocoa','/images/cocoa.svg',0,0,1795978582257321,0x31C7D4746B3A43C9BDAA5507AC59590E,'2026-11-29 18:56:22.257321','2026-11-29 18:56:22.257321');
INSERT INTO `outbox_parked` SELECT * FROM `outbox` ORDER BY `id` LIMIT 1;
UPDATE `idempotency_key` SET `created_at` = NOW(6);
