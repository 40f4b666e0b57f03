import { useQueries } from '@tanstack/react-query';
import type { CommandView } from '../../../src-shared/bridge/commands';
import type { ProcedureName, ProcedureOutput } from '../../../src-shared/bridge/contract';
import { type CalendarDay, formatDay } from '../../../src-shared/domain/period';
import type { Translate } from '../../i18n/translate';
import { callBridge, type InputOf } from '../../state/bridge';
import { queryClient } from '../../state/procedures';

type Asked = Pick<CommandView, 'kind' | 'body' | 'subscriberId'>;

/** What a command's body only has the id of: a service, a package, a plan, a pause. */
export type CommandSubject = { title: string } | { pausedFrom: CalendarDay };

/** Reads through the cache of queries: each name is asked for once. */
const read = <Name extends ProcedureName>(
  name: Name,
  ...input: InputOf<Name>
): Promise<ProcedureOutput<Name>> =>
  queryClient.fetchQuery({
    queryKey: [name, input[0] ?? null],
    queryFn: () => callBridge(name, ...input),
  });

const titled = (title: string | undefined): CommandSubject | null => (title ? { title } : null);

async function readSubject({ kind, body, subscriberId }: Asked): Promise<CommandSubject | null> {
  if (kind === 'change-plan') {
    const { items } = await read('tariffs.list');
    return titled(items.find(({ id }) => id === body.planId)?.title);
  }
  if (subscriberId === null) return null;
  if (kind === 'add-service' || kind === 'remove-service') {
    const { services, offers } = await read('services.list', { subscriberId });
    const service = services.find(({ id }) => id === body.serviceId);
    return titled(service?.title ?? offers.find(({ code }) => code === body.code)?.title);
  }
  if (kind === 'change-channels') {
    const { packages } = await read('telephony.get', { subscriberId });
    const found = packages.find(({ code }) => code === body.code);
    return titled(found && `${found.title} ${found.channels}`);
  }
  if (kind === 'resume-subscriber') {
    const { suspensions } = await read('services.list', { subscriberId });
    const pause = suspensions.find(({ id }) => id === body.suspensionId);
    return pause ? { pausedFrom: pause.fromDay } : null;
  }
  return null;
}

/** Null where the body says everything, and where what it names is not here. */
export const commandSubject = (command: Asked): Promise<CommandSubject | null> =>
  readSubject(command).catch(() => null);

/** The same for commands of a page, in their order; null until it is known. */
export function useCommandSubjects(commands: readonly CommandView[]): (CommandSubject | null)[] {
  return useQueries({
    queries: commands.map((command) => ({
      queryKey: ['command.subject', command.id],
      queryFn: () => commandSubject(command),
    })),
  }).map(({ data }) => data ?? null);
}

export const subjectWords = (subject: CommandSubject, t: Translate): string =>
  'title' in subject ? subject.title : t('command.pausedFrom', { day: formatDay(subject.pausedFrom) });
