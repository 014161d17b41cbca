CREATE TABLE `account` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `username` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `password` varchar(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `role` varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `disabled` tinyint(1) NOT NULL DEFAULT 0,
  `created_at` datetime(3) NOT NULL DEFAULT current_timestamp(3),
  PRIMARY KEY (`id`),
  UNIQUE KEY `account_by_username` (`username`),
  KEY `account_by_role` (`role`,`disabled`)
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `account` (`id`, `username`, `password`, `role`, `disabled`, `created_at`) VALUES (1,'head','$argon2id$v=19$m=19456,t=2,p=1$YpLUCAeTi04FXg1zUUrcxA$Z0SdDQO57BDE/VmN/s+2jZ7GylwbLG/r3MfWCYy40NM','admin',0,'2026-11-29 18:56:19.457');
INSERT INTO `account` (`id`, `username`, `password`, `role`, `disabled`, `created_at`) VALUES (2,'ann','$argon2id$v=19$m=19456,t=2,p=1$y8JiMSIzPc2khtA+SPxKCg$Suh30f53UY/+9yb82rucsoEmjmhKVKWvg5DACCeAT7w','user',0,'2026-11-29 18:56:22.452');
CREATE TABLE `device` (
  `id` binary(32) NOT NULL,
  `account_id` bigint(20) unsigned NOT NULL,
  `seen_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `device_by_account` (`account_id`),
  KEY `device_by_age` (`seen_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `device` (`id`, `account_id`, `seen_at`) VALUES (0x1D9049F0D4A1E78970E3157DD9A7C92635865485BE15689E8B97507C95C0076A,2,'2026-11-29 18:56:22.604503');
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
INSERT INTO `flyway_schema_history` (`installed_rank`, `version`, `description`, `type`, `script`, `checksum`, `installed_by`, `installed_on`, `execution_time`, `success`) VALUES (1,'1','accounts and sessions','SQL','V1__accounts_and_sessions.sql',1801610798,'likewire','2026-11-29 18:56:18',12,1);
INSERT INTO `flyway_schema_history` (`installed_rank`, `version`, `description`, `type`, `script`, `checksum`, `installed_by`, `installed_on`, `execution_time`, `success`) VALUES (2,'2','refresh after a lost answer','SQL','V2__refresh_after_a_lost_answer.sql',-1303302728,'likewire','2026-11-29 18:56:18',3,1);
CREATE TABLE `login_budget` (
  `id` binary(32) NOT NULL,
  `empty_at` bigint(20) unsigned NOT NULL,
  PRIMARY KEY (`id`),
  KEY `login_budget_by_age` (`empty_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `login_budget` (`id`, `empty_at`) VALUES (0xDCA7BA80218291D80C5B09E0DE4F9911E01576AAD69B05454CFBDDD388C78717,1795978582470457);
CREATE TABLE `session` (
  `id` binary(16) NOT NULL,
  `account_id` bigint(20) unsigned NOT NULL,
  `secret` binary(32) NOT NULL,
  `expires_at` datetime(6) NOT NULL,
  `withdrawn_at` datetime(6) DEFAULT NULL,
  `previous` binary(32) DEFAULT NULL,
  `replaced_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `session_by_account` (`account_id`),
  KEY `session_by_end` (`expires_at`),
  KEY `session_by_withdrawal` (`withdrawn_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `session` (`id`, `account_id`, `secret`, `expires_at`, `withdrawn_at`, `previous`, `replaced_at`) VALUES (0x5AAFEFC3602D4C0688B604FF11ED9B49,2,0x58D51CBC0D820A243634413CE8F52ADB77EBD87D4CB3A7140A4C4A35FF76DD23,'2026-12-29 18:56:22.601607',NULL,NULL,NULL);
CREATE TABLE `signing_key` (
  `kid` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `jwk` text NOT NULL,
  `first_seen` datetime(6) NOT NULL,
  `last_held` datetime(6) NOT NULL,
  `withdrawn` tinyint(1) NOT NULL DEFAULT 0,
  PRIMARY KEY (`kid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `signing_key` (`kid`, `jwk`, `first_seen`, `last_held`, `withdrawn`) VALUES ('6ZUFujhZt4sGMPWXQP1fQVP7APnj6JbAG62KqXqjkQI','{\"kty\":\"RSA\",\"e\":\"AQAB\",\"use\":\"sig\",\"kid\":\"6ZUFujhZt4sGMPWXQP1fQVP7APnj6JbAG62KqXqjkQI\",\"alg\":\"RS256\",\"n\":\"prEts26YPsVQL9NJR8ifwup6NzkED924mkWiN8D56ny5X8CApVSK8_ZD1UzBzuLvYIWdHFDdd0vhliVJyscUnvj3fQuzAP7bGGiujlkSOQy1QlaAV0ZFARdlAy2YCwYxH-3txfutyRK6LyX6NVXNWmbR-QERtEimpp1t6UjkL-hGWHC8vkI5X8ce3lhxbO1fUajyI7E1mgO9d1pp8RmsxQGibbgeZsXDeseX6k62s4YSP1eJt4rVlayahQpmghDGE2epMf5IkoYcr-ewFVuVDvUDgDYCbrjOmyI9Gtv9DM1oR_lEimAE3vJfx5L0z9-QFU9QJsc_9utZ-aGtMAV1tQ\"}','2026-11-29 18:56:19.224397','2026-11-29 18:56:22.462656',0);
INSERT INTO `signing_key` (`kid`, `jwk`, `first_seen`, `last_held`, `withdrawn`) VALUES ('IG7DVfshJtCf_46IiNvppNSfx9Ed83zXTrFOOCJORxo','{\"kty\":\"RSA\",\"e\":\"AQAB\",\"use\":\"sig\",\"kid\":\"IG7DVfshJtCf_46IiNvppNSfx9Ed83zXTrFOOCJORxo\",\"alg\":\"RS256\",\"n\":\"p31_zM5SiWxgBCC8KBCVy8i7AqmOlaXJn2_kGjjk_R7IWQzROjUem4xRavLmKW2do-N4k3ZNwD-kX6KvLAgy7NTkO7fNztiiuZ0SEC0Nae0D7eEGoQpZfqV-XkJVDMndWYeIibbn98UG18RF_vYRfBmm7Gg232ZhVREVYXVC-ZN2S2nF5BIl2In_rtX8mXjmCoxnUfEsrOQf0iLInvmhSN9rsHe7YkVkzw_kLNjqxlY5Q7avSnrUyHPTB6r9A50QsJi9sf6bvVsXygEBNE0S179vK4CrnZ6d-LMICtIaGnkxlDcB9msvcMo_qBL4YZJhsHrHwQHZuUAWgTBJ8lCjew\"}','2026-11-29 18:56:19.224897','2026-11-29 18:56:22.464411',0);
UPDATE `session` SET `expires_at` = NOW(6) + INTERVAL 1 DAY;
