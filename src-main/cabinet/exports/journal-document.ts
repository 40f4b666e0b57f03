import type { CommandView } from '../../../src-shared/bridge/commands';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import type { Instant } from '../../../src-shared/domain/period';
import type { ReadableCache } from '../../store/cache';
import { listCommands } from '../../store/read/outbox';
import { commandDetails, commandSubject } from '../commands/command-details';
import { commandStateWords, commandWords, reasonWords } from '../commands/command-words';
import { allPages, listDocument } from './list-document';
import type { MadeDocument } from './make-document';
import type { ColumnSpec } from './table-spec';

const columnsOver = (cache: ReadableCache): readonly ColumnSpec<CommandView>[] => [
  { key: 'createdAt', title: 'Время', type: 'instant', width: 18, value: (one) => one.createdAt },
  {
    key: 'what',
    title: 'Операция',
    type: 'text',
    width: 44,
    value: (one) => [commandWords[one.kind], commandDetails(cache, one)].filter(Boolean).join(': '),
  },
  {
    key: 'whom',
    title: 'Абонент',
    type: 'text',
    width: 34,
    value: (one) => commandSubject(cache, one) || 'Лицевой счет',
  },
  {
    key: 'state',
    title: 'Состояние',
    type: 'text',
    width: 14,
    value: (one) => commandStateWords[one.state],
  },
  { key: 'reason', title: 'Причина', type: 'text', width: 40, value: (one) => reasonWords(one.error) },
  { key: 'finishedAt', title: 'Завершена', type: 'instant', width: 18, value: (one) => one.finishedAt },
  { key: 'attempts', title: 'Попыток', type: 'integer', width: 8, value: (one) => one.attempts },
];

/** «Журнал операций» as it was searched. It is this machine's own: complete at any moment. */
export function journalDocument(
  cache: ReadableCache,
  request: Extract<DocumentRequest, { kind: 'journal' }>,
  madeAt: Instant,
): MadeDocument {
  const states = (request.states ?? []).map((state) => commandStateWords[state]).join(', ');
  return listDocument(cache, request, {
    title: 'Журнал операций',
    sheetTitle: 'Журнал операций',
    fileName: 'Журнал операций',
    about: [
      { label: 'Условие поиска', value: request.search.trim() },
      { label: 'Состояние операций', value: states },
    ],
    columns: columnsOver(cache),
    items: allPages((page) => listCommands(cache, { ...request, ...page })),
    dataAsOf: madeAt,
    madeAt,
  });
}
