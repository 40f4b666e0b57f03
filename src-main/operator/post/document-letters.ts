import { formatRublesKopecks } from '../../../src-shared/domain/money';
import { formatDay } from '../../../src-shared/domain/period';
import { monthWords } from '../../../src-shared/domain/words';
import type { CallsHead, ChargesHead, DocumentHead, InvoiceHead } from '../documents/model';
import { directionKinds } from '../documents/words';
import type { Letter } from './letters';

/** Letters that carry documents (guide §2.3.1, §2.3.4, §2.3.5). */
export function documentLetter(head: DocumentHead): Letter {
  const [subject, lines] = wordsOf(head);
  const all = ['Здравствуйте!', ...lines, `Лицевой счет: ${head.requisites.number}.`];
  return {
    from: 'A1 Customer Service 150',
    subject,
    text: all.join('\n'),
    html: all.map((line) => `<p>${line}</p>`).join(''),
  };
}

function wordsOf(head: DocumentHead): [subject: string, lines: string[]] {
  switch (head.kind) {
    case 'invoice':
      return invoiceWords(head);
    case 'charges':
      return chargesWords(head);
    case 'calls':
      return callsWords(head);
  }
}

const invoiceWords = ({ month, number, amountDue, dueOn }: InvoiceHead): [string, string[]] => [
  `Счет за услуги связи за ${monthWords(month)}`,
  [
    `Во вложении счет № ${number} за ${monthWords(month)}.`,
    `К оплате: ${formatRublesKopecks(amountDue)} до ${formatDay(dueOn)}.`,
  ],
];

const chargesWords = ({ month, numbers }: ChargesHead): [string, string[]] => [
  `Предварительный счет за ${monthWords(month)}`,
  [
    `Во вложении начисления за текущий период, ${monthWords(month)}.`,
    numbers === null ? 'По всем абонентам лицевого счета.' : `По номерам: ${numbers.join(', ')}.`,
  ],
];

const callsWords = ({ fromDay, toDay, direction }: CallsHead): [string, string[]] => {
  const period = `с ${formatDay(fromDay)} по ${formatDay(toDay)}`;
  return [
    `Детализация ${period}`,
    [`Во вложении детализация ${period}.`, `Тип детализации: ${directionKinds[direction]}.`],
  ];
};
