import type { commandProcedures } from '../../../src-shared/bridge/commands';
import type { Handlers } from '../../../src-shared/bridge/contract';
import { CabinetError } from '../../../src-shared/bridge/errors';
import { listCommands, readCommand } from '../../store/read/outbox';
import { splitBody } from '../../sync/outbox/submission';
import type { CabinetSession } from '../session/session';
import type { ActiveSession } from '../session/state';
import { commandSearchText } from './command-details';

/** Commands for the operator and «Журнал операций». */
export function commandHandlers(session: () => CabinetSession): Handlers<keyof typeof commandProcedures> {
  const active = () => session().active();
  return {
    'commands.submit': (submission) => {
      const { opened, outbox } = active();
      checkCanWait(active());
      const { payload, subscriberId } = splitBody(submission);
      const shown = { kind: submission.kind, body: payload, subscriberId };
      return outbox.submit(submission, commandSearchText(opened.cache, shown));
    },
    'commands.get': ({ id }) => {
      const command = readCommand(active().opened.cache, id);
      if (!command) throw new CabinetError('not-found', { what: 'command' });
      return command;
    },
    'commands.list': (query) => listCommands(active().opened.cache, query),
    'commands.retry': ({ id }) => active().outbox.retry(id),
    'commands.cancel': ({ id }) => active().outbox.cancel(id),
  };
}

/** A visit-only cache ends with the visit: a command is taken in only while the operator can be reached. */
function checkCanWait({ opened, token, sync }: ActiveSession): void {
  if (opened.forVisit && (token === null || sync.status().online === false)) {
    throw new CabinetError('command-needs-network');
  }
}
