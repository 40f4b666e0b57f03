import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import type { Instant } from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import type { Appeal } from '../../../src-shared/domain/requests';
import type { ReadableCache } from '../../store/cache';
import { readFeedState } from '../../store/feed-state';
import { listItems } from '../../store/read/items';
import { readSubscriber } from '../../store/read/subscribers';
import { topicWords } from '../commands/command-words';
import { subscriberFact } from './facts';
import { listDocument } from './list-document';
import type { MadeDocument } from './make-document';
import { appealStatusWords } from './request-words';
import type { ColumnSpec } from './table-spec';

const columnsOver = (cache: ReadableCache): readonly ColumnSpec<Appeal>[] => {
  const whom = ({ subscriberId }: Appeal) => {
    if (subscriberId === null) return 'Лицевой счет';
    const number = readSubscriber(cache, subscriberId)?.number;
    return number ? formatPhone(number) : null;
  };
  return [
    { key: 'id', title: '№', type: 'integer', width: 8, value: ({ id }) => id },
    { key: 'topic', title: 'Тема', type: 'text', width: 25, value: ({ topic }) => topicWords[topic] },
    {
      key: 'text',
      title: 'Текст обращения',
      type: 'text',
      width: 60,
      value: ({ messages }) => messages[0]?.text ?? null,
    },
    { key: 'whom', title: 'О ком', type: 'text', width: 19, value: whom },
    {
      key: 'status',
      title: 'Статус',
      type: 'text',
      width: 12,
      value: ({ status }) => appealStatusWords[status],
    },
    {
      key: 'openedAt',
      title: 'Дата обращения',
      type: 'instant',
      width: 18,
      value: ({ openedAt }) => openedAt,
    },
    {
      key: 'lastAt',
      title: 'Последнее сообщение',
      type: 'instant',
      width: 18,
      value: ({ messages }) => messages.at(-1)?.at ?? null,
    },
  ];
};

/** «Обратная связь»: requests of the account or of one subscriber (guide §2.5). */
export function appealDocument(
  cache: ReadableCache,
  request: Extract<DocumentRequest, { kind: 'appeals' }>,
  madeAt: Instant,
): MadeDocument {
  const { subscriberId } = request;
  const subscriber = subscriberId === null ? null : readSubscriber(cache, subscriberId);
  return listDocument(cache, request, {
    title: 'Обращения к специалистам',
    sheetTitle: 'Обращения',
    fileName: 'Обращения',
    about: subscriber ? [subscriberFact(subscriber.number, subscriber.name)] : [],
    columns: columnsOver(cache),
    items: listItems(cache, 'appeals')
      .filter((one) => subscriberId === null || one.subscriberId === subscriberId)
      .reverse(),
    dataAsOf: readFeedState(cache, 'appeals').dataAsOf,
    madeAt,
  });
}
