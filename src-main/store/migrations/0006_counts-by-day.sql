CREATE TABLE `__new_cdr_months` (
	`month` text NOT NULL,
	`subscriber_id` integer NOT NULL,
	`direction` integer NOT NULL,
	`service` integer NOT NULL,
	`zone` integer NOT NULL,
	`rows` integer NOT NULL,
	`duration_s` integer NOT NULL,
	`billed_units` integer NOT NULL,
	`package_s` integer NOT NULL,
	`net` integer NOT NULL,
	`gross` integer NOT NULL,
	`late_rows` integer NOT NULL,
	PRIMARY KEY(`month`, `subscriber_id`, `direction`, `service`, `zone`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_cdr_months` SELECT `month`, `subscriber_id`, `direction`, `service`, `zone`, `rows`, `duration_s`, `billed_units`, `package_s`, `net`, `gross`, `late_rows` FROM `cdr_months` ORDER BY 1, 2, 3, 4, 5;
--> statement-breakpoint
DROP TABLE `cdr_months`;
--> statement-breakpoint
ALTER TABLE `__new_cdr_months` RENAME TO `cdr_months`;
--> statement-breakpoint
CREATE INDEX `cdr_months_by_subscriber` ON `cdr_months` (`subscriber_id`,`month`);
--> statement-breakpoint
CREATE TABLE `cdr_days` (
	`subscriber_id` integer NOT NULL,
	`day` integer NOT NULL,
	`outgoing` integer NOT NULL,
	`incoming` integer NOT NULL,
	PRIMARY KEY(`subscriber_id`, `day`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `cdr_days` (`subscriber_id`, `day`, `outgoing`, `incoming`)
WITH RECURSIVE `numbers` (`number`) AS (
	VALUES (0) UNION ALL SELECT `number` + 1 FROM `numbers` WHERE `number` < 30
),
`days` (`subscriber_id`, `day`) AS (
	SELECT `subscriber_id`, `first` + `number`
	FROM (SELECT DISTINCT `subscriber_id`, `month`, strftime('%s', `month` || '-01') / 86400 AS `first` FROM `cdr_months`), `numbers`
	WHERE strftime('%Y-%m', (`first` + `number`) * 86400, 'unixepoch') = `month`
),
`counts` (`subscriber_id`, `day`, `outgoing`, `incoming`) AS (
	SELECT `subscriber_id`, `day`,
		(SELECT count(*) FROM `cdrs` WHERE `cdrs`.`subscriber_id` = `days`.`subscriber_id` AND `direction` = 0
			AND `started_at` >= `day` * 86400000 - 10800000 AND `started_at` < (`day` + 1) * 86400000 - 10800000),
		(SELECT count(*) FROM `cdrs` WHERE `cdrs`.`subscriber_id` = `days`.`subscriber_id` AND `direction` = 1
			AND `started_at` >= `day` * 86400000 - 10800000 AND `started_at` < (`day` + 1) * 86400000 - 10800000)
	FROM `days`
)
SELECT * FROM `counts` WHERE `outgoing` + `incoming` > 0 ORDER BY 1, 2;
