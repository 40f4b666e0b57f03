CREATE TABLE `account` (
	`id` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `cdr_months` (
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
) STRICT;
--> statement-breakpoint
CREATE INDEX `cdr_months_by_subscriber` ON `cdr_months` (`subscriber_id`,`month`);--> statement-breakpoint
CREATE TABLE `cdrs` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`subscriber_id` integer NOT NULL,
	`started_at` integer NOT NULL,
	`direction` integer NOT NULL,
	`service` integer NOT NULL,
	`zone` integer NOT NULL,
	`status` integer NOT NULL,
	`party` text NOT NULL,
	`party_text` text,
	`duration_s` integer NOT NULL,
	`billed_units` integer NOT NULL,
	`package_s` integer NOT NULL,
	`vat_rate` integer NOT NULL,
	`net` integer NOT NULL,
	`gross` integer NOT NULL,
	`recorded_at` integer,
	`late` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `cdrs_by_subscriber` ON `cdrs` (`subscriber_id`,`direction`,`started_at`);--> statement-breakpoint
CREATE INDEX `cdrs_by_time` ON `cdrs` (`started_at`,`direction`);--> statement-breakpoint
CREATE TABLE `charges` (
	`subscriber_id` integer NOT NULL,
	`month` text NOT NULL,
	`revision` integer NOT NULL,
	`closed` integer NOT NULL,
	`as_of` integer NOT NULL,
	`lines` text NOT NULL,
	PRIMARY KEY(`subscriber_id`, `month`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `feed_state` (
	`feed` text PRIMARY KEY NOT NULL,
	`cursor` text,
	`complete` integer NOT NULL,
	`data_as_of` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `invoices` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`month` text NOT NULL,
	`issued_at` integer NOT NULL,
	`due_on` text NOT NULL,
	`opening_debt` integer NOT NULL,
	`payments` integer NOT NULL,
	`net` integer NOT NULL,
	`vat` integer NOT NULL,
	`gross` integer NOT NULL,
	`amount_due` integer NOT NULL,
	`status` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`idempotency_key` text NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_try_at` integer,
	`result` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_idempotency_key_unique` ON `outbox` (`idempotency_key`);--> statement-breakpoint
CREATE INDEX `outbox_by_state` ON `outbox` (`state`,`next_try_at`);--> statement-breakpoint
CREATE TABLE `payments` (
	`id` integer PRIMARY KEY NOT NULL,
	`received_at` integer NOT NULL,
	`amount` integer NOT NULL,
	`document` text NOT NULL,
	`purpose` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `services` (
	`id` integer PRIMARY KEY NOT NULL,
	`subscriber_id` integer NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`connected_at` integer NOT NULL,
	`disconnected_at` integer,
	`status` text NOT NULL,
	`status_reason` text NOT NULL,
	`valid_until` text,
	`monthly_gross` integer NOT NULL,
	`locked` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `services_by_subscriber` ON `services` (`subscriber_id`);--> statement-breakpoint
CREATE TABLE `subscribers` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`name` text NOT NULL,
	`plan_id` integer NOT NULL,
	`plan_title` text NOT NULL,
	`is_connection` integer NOT NULL,
	`status` text NOT NULL,
	`status_reason` text NOT NULL,
	`connected_at` integer NOT NULL,
	`current_charges` integer NOT NULL,
	`packages` text NOT NULL,
	`search_text` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `subscribers_by_number` ON `subscribers` (`number`);--> statement-breakpoint
CREATE TABLE `tariff_plans` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`charge_title` text NOT NULL,
	`monthly_gross` integer NOT NULL,
	`vat_rate` integer NOT NULL,
	`is_connection` integer NOT NULL
) STRICT;
