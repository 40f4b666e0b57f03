import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { formatDuration, formatInstant, type Instant } from '../../../src-shared/domain/period';
import { hourWords, monthWords } from '../../../src-shared/domain/words';
import type { Fact } from '../../documents/model';
import type { ReadableCache } from '../../store/cache';
import { channelStatistics } from '../subscriber-changes/channel-statistics';
import { listDocument } from './list-document';
import type { MadeDocument } from './make-document';
import type { ColumnSpec } from './table-spec';

type Statistics = ProcedureOutput<'telephony.statistics'>;
type Hour = Statistics['hours'][number] & { hour: number };
type Count = { count: number; seconds: number };

const MAXIMUM = { key: 'maximum', title: 'Вызовов сразу', type: 'integer', width: 12 } as const;
const TALK = { key: 'talkS', title: 'Длительность вызовов', type: 'duration', width: 16 } as const;

const dayColumns: readonly ColumnSpec<Statistics['days'][number]>[] = [
  { key: 'day', title: 'День', type: 'day', width: 12, value: ({ day }) => day },
  { ...MAXIMUM, value: ({ maximum }) => maximum },
  { key: 'calls', title: 'Вызовов', type: 'integer', width: 11, value: ({ calls }) => calls },
  { ...TALK, value: ({ talkS }) => talkS },
  {
    key: 'secondsAtLimit',
    title: 'Все каналы заняты',
    type: 'duration',
    width: 16,
    value: ({ secondsAtLimit }) => secondsAtLimit || null,
  },
];
const hourColumns: readonly ColumnSpec<Hour>[] = [
  {
    key: 'hour',
    title: 'Час',
    type: 'text',
    width: 14,
    value: ({ hour }) => hourWords(hour),
    sortBy: ({ hour }) => hour,
  },
  { ...MAXIMUM, value: ({ maximum }) => maximum },
  { ...TALK, value: ({ talkS }) => talkS },
];
const countColumns: readonly ColumnSpec<Count>[] = [
  { key: 'count', title: 'Занято каналов', type: 'integer', width: 12, value: ({ count }) => count },
  { key: 'seconds', title: 'Время', type: 'duration', width: 14, value: ({ seconds }) => seconds },
];

/** The tables of «статистика» of the account's channels (guide §3.4), counted as on the screen. */
export async function channelDocument(
  cache: ReadableCache,
  request: Extract<DocumentRequest, { kind: 'channel-statistics' }>,
  madeAt: Instant,
): Promise<MadeDocument> {
  const { by, month } = request;
  const statistics = await channelStatistics(cache, month, madeAt);
  const list = {
    title: `Статистика каналов за ${monthWords(month)}`,
    about: [{ label: 'Период', value: monthWords(month) }, ...figures(statistics)],
    dataAsOf: statistics.asOf,
    madeAt,
  };
  switch (by) {
    case 'day':
      return listDocument(cache, request, {
        ...list,
        sheetTitle: 'По дням',
        fileName: `Статистика каналов по дням ${month}`,
        columns: dayColumns,
        items: statistics.days,
      });
    case 'hour':
      return listDocument(cache, request, {
        ...list,
        sheetTitle: 'По часам суток',
        fileName: `Статистика каналов по часам ${month}`,
        columns: hourColumns,
        items: statistics.hours.map((one, hour): Hour => ({ hour, ...one })),
      });
    case 'count':
      return listDocument(cache, request, {
        ...list,
        sheetTitle: 'Занято каналов',
        fileName: `Статистика занятых каналов ${month}`,
        columns: countColumns,
        items: statistics.secondsAt.map((seconds, count): Count => ({ count, seconds })),
      });
  }
}

function figures({ channels, maximum, maximumAt, secondsAtLimit, complete }: Statistics): Fact[] {
  const first = maximumAt === null ? '' : `, впервые ${formatInstant(maximumAt)}`;
  return [
    { label: 'Каналов в пакете', value: channels === null ? '' : String(channels) },
    { label: 'Наибольшее число вызовов сразу', value: `${maximum}${first}` },
    { label: 'Все каналы заняты', value: secondsAtLimit > 0 ? formatDuration(secondsAtLimit) : 'ни разу' },
    { label: 'Месяц', value: complete ? '' : 'загружен не весь' },
  ];
}
