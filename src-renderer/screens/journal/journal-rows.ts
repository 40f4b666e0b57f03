import type { CommandView } from '../../../src-shared/bridge/commands';
import type { Subscriber } from '../../../src-shared/domain/account';
import { type CommandSubject, commandSubject } from '../../components/command/command-subject';
import { callBridge } from '../../state/bridge';
import { queryClient } from '../../state/procedures';

/** A command with the names that its body only has ids of. */
export type JournalRow = {
  command: CommandView;
  /** Whom it is about; null: the account. */
  subscriber: Pick<Subscriber, 'number' | 'name'> | null;
  /** Plan, service or package; null where the body says everything. */
  subject: CommandSubject | null;
};

/** Through the cache of queries: a page of the journal asks for each name once. A name that is not here is left out. */
const subscriberOf = (id: number): Promise<Subscriber | null> =>
  queryClient
    .fetchQuery({
      queryKey: ['subscribers.get', { id }],
      queryFn: () => callBridge('subscribers.get', { id }),
    })
    .then(({ subscriber }) => subscriber)
    .catch(() => null);

/** Rows of the journal, newest first. @throws CabinetError */
export async function journalRows(input: {
  search: string;
  states?: CommandView['state'][];
  offset: number;
  limit: number;
}): Promise<JournalRow[]> {
  const { items } = await callBridge('commands.list', input);
  return Promise.all(
    items.map(async (command) => {
      const { subscriberId } = command;
      const [subscriber, subject] = await Promise.all([
        subscriberId === null ? null : subscriberOf(subscriberId),
        commandSubject(command),
      ]);
      return { command, subscriber, subject };
    }),
  );
}
