import type { Instant } from '../../../src-shared/domain/period';
import type { CommandBody, CommandKind } from '../../../src-shared/operator-api/commands';

export type CommandCall<Kind extends CommandKind> = { body: CommandBody<Kind>; now: Instant };

/**
 * Checks the rules and prepares. @returns what does it, to be run in one transaction with the command's key;
 * that answers the id of what was made or changed.
 * @throws Refusal «rule-violated», «not-found»
 */
export type CommandHandler<Kind extends CommandKind> = (
  call: CommandCall<Kind>,
) => Promise<() => number | null> | (() => number | null);

export type CommandHandlers<Kinds extends CommandKind = CommandKind> = {
  [Kind in Kinds]: CommandHandler<Kind>;
};

/** Commands about the account (guide §2). */
export type AccountCommand = Extract<
  CommandKind,
  | 'register-payment'
  | 'order-invoice-email'
  | 'order-invoice-file'
  | 'change-delivery'
  | 'order-cdr-email'
  | 'order-charges-email'
  | 'open-appeal'
  | 'answer-appeal'
  | 'change-call-centre'
>;

/** Commands about a subscriber (guide §3). */
export type SubscriberCommand = Exclude<CommandKind, AccountCommand>;
