DROP TABLE `tariff_plans`;
--> statement-breakpoint
DELETE FROM `feed_state` WHERE `feed` = 'tariff-plans';
