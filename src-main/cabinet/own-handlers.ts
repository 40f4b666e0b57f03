import { cdrViewSchema } from '../../src-shared/bridge/cabinet';
import type { EventPayload, Handlers } from '../../src-shared/bridge/contract';
import { CabinetError } from '../../src-shared/bridge/errors';
import { readLabels } from '../store/labels';
import { listOwn, removeOwn, writeOwn } from '../store/own';
import { readDayChanges, resetWorkYear, setDayKind, WORK_DAYS } from '../store/work-days';
import type { CabinetContext } from './context';

type Names =
  | 'views.list'
  | 'views.save'
  | 'views.remove'
  | 'labels.list'
  | 'labels.set'
  | 'calendar.changes'
  | 'calendar.setDay'
  | 'calendar.resetYear';

/** Views of one account: more are a mistake of a program, not a person's wish. */
const MAX_VIEWS = 200;

/**
 * What the person keeps for themselves: filters by name, labels of subscribers, the calendar of working days.
 * The operator never hears of it.
 * @param onChanged told of what other screens were worked out from
 */
export function ownHandlers(
  { cache, writable }: CabinetContext,
  onChanged: (change: EventPayload<'cache.changed'>) => void,
): Handlers<Names> {
  return {
    'views.list': () => ({
      // A view of another version of the program is passed over, not shown wrong.
      items: listOwn(cache(), 'cdr-view').flatMap(({ value }) => {
        const view = cdrViewSchema.safeParse(value);
        return view.success ? [view.data] : [];
      }),
    }),
    'views.save': (view) => {
      const known = listOwn(cache(), 'cdr-view');
      if (known.length >= MAX_VIEWS && !known.some(({ key }) => key === view.name))
        throw new CabinetError('bad-input', { field: 'views' });
      writeOwn(writable(), 'cdr-view', view.name, view);
    },
    'views.remove': ({ name }) => removeOwn(writable(), 'cdr-view', name),
    'labels.list': () => ({ items: readLabels(cache()) }),
    'labels.set': ({ subscriberId, labels }) => {
      const unique = [...new Set(labels)];
      if (unique.length === 0) removeOwn(writable(), 'labels', String(subscriberId));
      else writeOwn(writable(), 'labels', String(subscriberId), unique);
    },
    'calendar.changes': () => ({
      items: [...readDayChanges(cache())].map(([day, kind]) => ({ day, kind })),
    }),
    'calendar.setDay': ({ day, kind }) => {
      setDayKind(writable(), day, kind);
      onChanged({ sets: [WORK_DAYS] });
    },
    'calendar.resetYear': ({ year }) => {
      resetWorkYear(writable(), year);
      onChanged({ sets: [WORK_DAYS] });
    },
  };
}
