import { dayOf, formatDay, type Instant } from '../../../../src-shared/domain/period';
import type { Appeal, Evidence } from '../../../../src-shared/domain/requests';
import { fractionOf } from '../../calls/random';

/** What the operator's specialists write. */

const SPECIALISTS = [
  'Специалист Ольга К.',
  'Специалист Андрей М.',
  'Специалист Наталья В.',
  'Специалист Сергей Л.',
];

/** One person leads a request from its first answer to its last. */
export const specialistOf = (seed: number, appealId: number): string =>
  SPECIALISTS[Math.floor(fractionOf(seed, appealId, 0x5bec) * SPECIALISTS.length)] as string;

const FIRST: Readonly<Record<Appeal['topic'], string>> = {
  billing:
    'Начисления проверены. Абонентская плата рассчитывается по дням подключения, трафик — по записям звонков ' +
    'за месяц, НДС указан в каждой строке. Если расчет ошибочен, перерасчет будет в следующем счете ' +
    'строкой «Перерасчет за …».',
  cdr:
    'Записи сверены с данными коммутатора: время, длительность и направление указаны верно. Записи, которые ' +
    'поступают позже, учитываются в детализации и в счете того месяца, который открыт.',
  services:
    'Заявка по услугам проверена. Услуги, доступные на Вашем тарифном плане, подключаются в разделе «Операции ' +
    'с услугами»; пакеты минут в другие сети подключаются и отключаются по заявлению.',
  equipment:
    'Сведения по оборудованию проверены. График и остаток платежей указаны в разделе «Информация по рассрочке»; ' +
    'по гарантии оборудование принимают в центре обслуживания с документом о покупке.',
  documents:
    'Документы подготовлены. Счета за два предыдущих месяца можно заказать на E-mail или загрузить по ссылке ' +
    'в разделе «Счета»; оригиналы с печатью выдаются в центре обслуживания.',
  other: 'Ваше обращение рассмотрено и передано ответственному подразделению, замечания учтены.',
};

const FOLLOW_UP =
  'Спасибо за уточнение. Дополнительные сведения приобщены к обращению и проверены; изложенное ранее остается ' +
  'в силе. Если вопрос не решен, напишите, что именно нужно сделать.';

const QUOTED = 5;

/** An answer that fits the topic and quotes the rows that were put forward. @param round answers given before */
export function answerText(appeal: {
  topic: Appeal['topic'];
  evidence: readonly Evidence[];
  openedAt: Instant;
  round: number;
}): string {
  const { topic, evidence, openedAt, round } = appeal;
  if (round > 0) return `Здравствуйте! ${FOLLOW_UP}`;
  const opened = `Здравствуйте! По Вашему обращению от ${formatDay(dayOf(openedAt))} сообщаем.`;
  return [opened, ...quotes(evidence), FIRST[topic]].join('\n');
}

function quotes(evidence: readonly Evidence[]): string[] {
  if (evidence.length === 0) return [];
  const shown = evidence.slice(0, QUOTED).map(({ text }) => `— «${text}»`);
  const rest = evidence.length - shown.length;
  return ['Рассмотрено:', ...shown, ...(rest > 0 ? [`— и еще ${rest}`] : [])];
}
