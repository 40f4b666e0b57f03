import type Database from 'better-sqlite3';
import type { CommandHandlers, SubscriberCommand } from '../types';
import { createChannelCommands } from './channels';
import { createPlanCommands } from './plan-changes';
import { createServiceCommands } from './services';
import type { SipPasswords } from './sip-passwords';
import type { SubscriberDesk } from './subscriber-desk';
import { createSuspensionCommands } from './suspensions';

/**
 * Commands about a subscriber (guide §3). Their rules are checked in the transaction that does them,
 * so of two commands at the same time the second sees what the first did.
 */
export function createSubscriberCommands(
  db: Database.Database,
  desk: SubscriberDesk,
  sipPasswords: SipPasswords,
): CommandHandlers<SubscriberCommand> {
  return {
    ...createServiceCommands(db, desk),
    ...createSuspensionCommands(db, desk),
    ...createPlanCommands(db, desk),
    ...createChannelCommands(db, desk),
    ...sipPasswords.commands,
  };
}
