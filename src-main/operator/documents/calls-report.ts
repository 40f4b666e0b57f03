import type { Cdr } from '../../../src-shared/domain/cdr';
import { formatCharge } from '../../../src-shared/domain/money';
import { formatDay, formatDuration } from '../../../src-shared/domain/period';
import { OPERATOR } from '../demo/company';
import { callColumns, callRow, type Directory, directory, totalRow } from './call-rows';
import type { CallsHead, Content, Fonts } from './model';
import { createPaper } from './paper';
import { directionKinds, directionWords, serviceWords, zoneWords } from './words';
import { createBook } from './workbook';

/** «Детализация на E-mail» (guide §2.3.4): every record in the workbook, sums on paper. */

export async function callsWorkbook(head: CallsHead, content: Content): Promise<Uint8Array> {
  const book = createBook(OPERATOR.name, head.madeAt);
  const names = directory(content);
  const sheet = book.sheet('Детализация', callColumns);
  for (const call of content.calls) sheet.row(callRow(call, names));
  sheet.total(totalRow(content.calls));
  sheet.close();
  const summary = book.sheet('Итоги', [
    { title: 'Номер телефона', width: 16, type: 'text' },
    { title: 'Ф.И.О.', width: 30, type: 'text' },
    { title: 'Вид', width: 14, type: 'text' },
    { title: 'Услуга', width: 18, type: 'text' },
    { title: 'Направление', width: 18, type: 'text' },
    { title: 'Записей', width: 10, type: 'integer' },
    { title: 'Длительность', width: 14, type: 'duration' },
    { title: 'Всего с НДС', width: 14, type: 'charge' },
  ]);
  for (const { labels, count, durationS, gross } of summarize(content.calls, names)) {
    summary.row([...labels, count, durationS, gross]);
  }
  const { count, durationS, gross } = total(content.calls);
  summary.total(['Всего', null, null, null, null, count, durationS, gross]);
  summary.close();
  return book.finish();
}

export function callsPdf(head: CallsHead, content: Content, fonts: Fonts): Uint8Array {
  const { requisites, fromDay, toDay, direction } = head;
  const title = `Детализация с ${formatDay(fromDay)} по ${formatDay(toDay)}`;
  const paper = createPaper(fonts, { title, author: OPERATOR.name, madeAt: head.madeAt });
  paper.title(title);
  paper.facts([
    ['Заказчик:', requisites.organisation],
    ['Лицевой счет:', requisites.number],
    ['Тип детализации:', directionKinds[direction]],
    ['Записей:', String(content.calls.length)],
  ]);
  if (content.calls.length === 0) {
    paper.text('За выбранный период не было входящего/исходящего трафика.');
    return paper.finish();
  }
  const all = total(content.calls);
  paper.subtitle('Итоги по абонентам');
  paper.table(
    [
      { title: 'Номер телефона', share: 2, align: 'left' },
      { title: 'Ф.И.О.', share: 3, align: 'left' },
      { title: 'Вид', share: 1.4, align: 'left' },
      { title: 'Услуга', share: 1.8, align: 'left' },
      { title: 'Направление', share: 2, align: 'left' },
      { title: 'Записей', share: 1.1, align: 'right' },
      { title: 'Длительность', share: 1.6, align: 'right' },
      { title: 'Всего с НДС', share: 1.6, align: 'right' },
    ],
    [
      ...summarize(content.calls, directory(content)).map(({ labels, count, durationS, gross }) => ({
        cells: [...labels, String(count), formatDuration(durationS), formatCharge(gross)],
      })),
      {
        cells: [
          'Всего',
          '',
          '',
          '',
          '',
          String(all.count),
          formatDuration(all.durationS),
          formatCharge(all.gross),
        ],
        bold: true,
      },
    ],
  );
  paper.text('Все записи — в приложенном файле Excel.');
  return paper.finish();
}

type Sum = { count: number; durationS: number; gross: number };

function total(calls: readonly Cdr[]): Sum {
  const sum = { count: calls.length, durationS: 0, gross: 0 };
  for (const { durationS, gross } of calls) {
    sum.durationS += durationS;
    sum.gross += gross;
  }
  return sum;
}

/** Sums by subscriber, direction, service and zone. */
function summarize(calls: readonly Cdr[], names: Directory): (Sum & { labels: string[] })[] {
  const groups = new Map<string, Sum & { labels: string[] }>();
  for (const { subscriberId, direction, service, zone, durationS, gross } of calls) {
    const key = `${subscriberId} ${direction} ${service} ${zone}`;
    let group = groups.get(key);
    if (!group) {
      const { number = '', name = '' } = names.get(subscriberId) ?? {};
      const labels = [number, name, directionWords[direction], serviceWords[service], zoneWords[zone]];
      group = { labels, count: 0, durationS: 0, gross: 0 };
      groups.set(key, group);
    }
    group.count++;
    group.durationS += durationS;
    group.gross += gross;
  }
  return [...groups.values()].sort((a, b) => (a.labels.join() < b.labels.join() ? -1 : 1));
}
