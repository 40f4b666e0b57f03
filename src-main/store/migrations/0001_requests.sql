CREATE TABLE `items` (
	`feed` text NOT NULL,
	`id` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`feed`, `id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `own` (
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`kind`, `key`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `outbox` ADD `error` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `finished_at` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `subscriber_id` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `secret` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `search_text` text DEFAULT '' NOT NULL;