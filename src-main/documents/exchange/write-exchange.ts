import { UNITS_PER_KOPECK } from '../../../src-shared/domain/money';
import type { PaymentOrder, PaymentParty } from '../../../src-shared/domain/payment-order';
import { formatDay, formatInstant, type Instant } from '../../../src-shared/domain/period';
import { cleanText } from '../clean-text';
import type { Sink } from '../model';
import { encodeCp1251 } from './cp1251';

/** «300.08» */
function exchangeSum(amount: number): string {
  const kopecks = amount / UNITS_PER_KOPECK;
  return `${Math.floor(kopecks / 100)}.${String(kopecks % 100).padStart(2, '0')}`;
}

/**
 * The standard is of Russian banks and has no fields of its own for Belarus: УНП stands in «ИНН», the IBAN in the
 * account, the BIC in «БИК»; «КПП» and the correspondent account stay empty.
 */
const partyFields = (
  prefix: string,
  { name, unp, iban, bankName, bic }: PaymentParty,
): [string, string][] => [
  [`${prefix}Счет`, iban],
  [prefix, name],
  [`${prefix}ИНН`, unp],
  [`${prefix}1`, name],
  [`${prefix}РасчСчет`, iban],
  [`${prefix}Банк1`, bankName],
  [`${prefix}БИК`, bic],
  [`${prefix}Корсчет`, ''],
];

/** The order as an exchange file of 1C, «1CClientBankExchange» 1.03, in the code page of Windows. */
export function writeExchange(order: PaymentOrder, madeAt: Instant, sink: Sink): void {
  const [made = '', clock = ''] = formatInstant(madeAt).split(' ');
  const day = formatDay(order.day);
  const fields: [string, string][] = [
    ['ВерсияФормата', '1.03'],
    ['Кодировка', 'Windows'],
    ['Отправитель', 'SIP Cabinet'],
    ['Получатель', ''],
    ['ДатаСоздания', made],
    ['ВремяСоздания', clock],
    ['ДатаНачала', day],
    ['ДатаКонца', day],
    ['РасчСчет', order.payer.iban],
    ['Документ', 'Платежное поручение'],
    ['СекцияДокумент', 'Платежное поручение'],
    ['Номер', order.number],
    ['Дата', day],
    ['Сумма', exchangeSum(order.amount)],
    ...partyFields('Плательщик', order.payer),
    ...partyFields('Получатель', order.beneficiary),
    ['ВидПлатежа', order.urgent ? 'Срочно' : ''],
    ['КодНазПлатежа', order.purposeCode],
    ['ВидОплаты', '01'],
    ['Код', order.kindCode],
    ['НазначениеПлатежа', order.purpose],
    ['Очередность', order.queue],
  ];
  // A value ends with its line: without breaks nobody's name can begin a field of its own.
  const lines = fields.map(([key, value]) => `${key}=${cleanText(value)}`);
  const text = ['1CClientBankExchange', ...lines, 'КонецДокумента', 'КонецФайла', ''].join('\r\n');
  sink.write(encodeCp1251(text));
}
