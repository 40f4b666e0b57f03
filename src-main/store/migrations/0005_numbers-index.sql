CREATE TABLE `number_chunks` (
	`id` integer PRIMARY KEY NOT NULL,
	`body` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `number_segments` (
	`id` integer PRIMARY KEY NOT NULL,
	`after` integer NOT NULL,
	`up_to` integer NOT NULL,
	`records` integer NOT NULL,
	`base` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `unindexed_calls` (
	`id` integer PRIMARY KEY NOT NULL
) STRICT;
