import type { CommandView } from '../../../src-shared/bridge/commands';
import type { ProcedureName, ProcedureOutput } from '../../../src-shared/bridge/contract';
import type { Subscriber } from '../../../src-shared/domain/account';
import { callBridge, type InputOf } from '../../state/bridge';
import { queryClient } from '../../state/procedures';

/** A command with the names that its body only has ids of. */
export type JournalRow = {
  command: CommandView;
  /** Whom it is about; null: the account. */
  subscriber: Pick<Subscriber, 'number' | 'name'> | null;
  /** Plan, service or package; null where the body says everything. */
  subject: string | null;
};

/** Reads through the cache of queries: a page of the journal asks for each name once. */
const read = <Name extends ProcedureName>(
  name: Name,
  ...input: InputOf<Name>
): Promise<ProcedureOutput<Name>> =>
  queryClient.fetchQuery({
    queryKey: [name, input[0] ?? null],
    queryFn: () => callBridge(name, ...input),
  });

async function subjectOf({ kind, body, subscriberId }: CommandView): Promise<string | null> {
  if (kind === 'change-plan') {
    const { items } = await read('tariffs.list');
    return items.find(({ id }) => id === body.planId)?.title ?? null;
  }
  if (subscriberId === null) return null;
  if (kind === 'add-service' || kind === 'remove-service') {
    const { services, offers } = await read('services.list', { subscriberId });
    const service = services.find(({ id }) => id === body.serviceId);
    return service?.title ?? offers.find(({ code }) => code === body.code)?.title ?? null;
  }
  if (kind === 'change-channels') {
    const { packages } = await read('telephony.get', { subscriberId });
    return packages.find(({ code }) => code === body.code)?.title ?? null;
  }
  return null;
}

/** A name that is not here leaves its row as it is. */
const orNull = <Value>(value: Promise<Value>): Promise<Value | null> => value.catch(() => null);

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
      const [person, subject] = await Promise.all([
        subscriberId === null ? null : orNull(read('subscribers.get', { id: subscriberId })),
        orNull(subjectOf(command)),
      ]);
      return { command, subscriber: person?.subscriber ?? null, subject };
    }),
  );
}
