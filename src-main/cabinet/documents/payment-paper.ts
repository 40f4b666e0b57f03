import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { formatIban } from '../../../src-shared/domain/iban';
import { formatSum } from '../../../src-shared/domain/money';
import { formatDay, type Instant } from '../../../src-shared/domain/period';
import { amountInWords } from '../../../src-shared/domain/words';
import type { MadePaper } from '../exports/make-document';
import { checkedPaymentOrder } from './payment-orders';

/** «Платежное поручение», as it was filled in. @throws CabinetError bad-input {field} */
export function paymentPaper(
  request: Extract<DocumentRequest, { kind: 'payment-order' }>,
  madeAt: Instant,
): MadePaper {
  const order = checkedPaymentOrder(request.order);
  const { number, day, urgent, amount, payer, beneficiary, purpose, queue, kindCode, purposeCode } = order;
  return {
    fileName: `Платежное поручение ${number} ${day}`,
    order,
    paper: {
      title: `Платежное поручение № ${number}`,
      subtitle: `от ${formatDay(day)}`,
      subject: payer.name,
      organisation: payer.name,
      sheetTitle: 'Платежное поручение',
      foot: '',
      madeAt,
      parts: [
        {
          kind: 'form',
          rows: [
            [
              { label: 'Номер', value: number, share: 2 },
              { label: 'Дата', value: formatDay(day), share: 2 },
              { label: 'Вид платежа', value: urgent ? 'Срочный' : 'Несрочный', share: 2 },
            ],
            [
              { label: 'Сумма и валюта прописью', value: amountInWords(amount), share: 6 },
              { label: 'Код валюты', value: 'BYN (933)', share: 2 },
              {
                label: 'Сумма цифрами',
                value: formatSum(amount).replaceAll('\u202f', '\u00a0'),
                share: 3,
                strong: true,
              },
            ],
            [
              { label: 'Плательщик', value: payer.name, share: 8 },
              { label: 'УНП плательщика', value: payer.unp, share: 3 },
            ],
            [{ label: 'Счет плательщика', value: formatIban(payer.iban), share: 1 }],
            [
              { label: 'Банк-отправитель', value: payer.bankName, share: 8 },
              { label: 'Код банка', value: payer.bic, share: 3 },
            ],
            [
              { label: 'Банк-получатель', value: beneficiary.bankName, share: 8 },
              { label: 'Код банка', value: beneficiary.bic, share: 3 },
            ],
            [
              { label: 'Бенефициар', value: beneficiary.name, share: 8 },
              { label: 'УНП бенефициара', value: beneficiary.unp, share: 3 },
            ],
            [{ label: 'Счет бенефициара', value: formatIban(beneficiary.iban), share: 1 }],
            [{ label: 'Назначение платежа', value: purpose, share: 1 }],
            [
              { label: 'Код вида платежа', value: kindCode, share: 1 },
              { label: 'Код назначения платежа', value: purposeCode, share: 1 },
              { label: 'Очередь', value: queue, share: 1 },
            ],
            [
              { label: 'Дата поступления', value: '', share: 1 },
              { label: 'Дата исполнения', value: '', share: 1 },
              { label: 'Отметки банка', value: '', share: 1 },
            ],
          ],
        },
        {
          kind: 'signatures',
          places: [
            { party: 'Плательщик', post: 'Руководитель', name: '' },
            { party: 'М.П.', post: 'Главный бухгалтер', name: '' },
          ],
        },
      ],
    },
  };
}
