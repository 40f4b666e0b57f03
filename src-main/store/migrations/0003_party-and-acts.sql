ALTER TABLE `invoices` ADD `act_number` text;--> statement-breakpoint
ALTER TABLE `invoices` ADD `act_signed_on` text;--> statement-breakpoint
ALTER TABLE `invoices` ADD `vat_invoice` text;--> statement-breakpoint
CREATE INDEX `charges_by_month` ON `charges` (`month`);--> statement-breakpoint
UPDATE `account` SET `body` = json_set(`body`, '$.operator', json('null'));
--> statement-breakpoint
UPDATE `feed_state` SET `cursor` = NULL WHERE `feed` = 'invoices';
