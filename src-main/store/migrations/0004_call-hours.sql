CREATE TABLE `cdr_hours` (
	`hour` integer PRIMARY KEY NOT NULL,
	`outgoing` integer NOT NULL,
	`incoming` integer NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO `cdr_hours` (`hour`, `outgoing`, `incoming`)
WITH RECURSIVE `hours` (`hour`) AS (
	SELECT min(`started_at`) / 3600000 FROM `cdrs`
	UNION ALL
	SELECT (SELECT min(`started_at`) FROM `cdrs` WHERE `started_at` >= (`hours`.`hour` + 1) * 3600000) / 3600000
	FROM `hours` WHERE `hours`.`hour` IS NOT NULL
)
SELECT `hour`,
	(SELECT count(*) FROM `cdrs` WHERE `started_at` >= `hour` * 3600000 AND `started_at` < (`hour` + 1) * 3600000 AND `direction` = 0),
	(SELECT count(*) FROM `cdrs` WHERE `started_at` >= `hour` * 3600000 AND `started_at` < (`hour` + 1) * 3600000 AND `direction` = 1)
FROM `hours` WHERE `hour` IS NOT NULL;
