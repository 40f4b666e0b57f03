import { totalCharges } from '../../../src-shared/domain/billing';
import { formatCharge, formatRublesKopecks, formatSum } from '../../../src-shared/domain/money';
import { dayOf, formatDay } from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import { amountInWords, monthWords } from '../../../src-shared/domain/words';
import { OPERATOR } from '../demo/company';
import { drawServices, drawSubscribers } from './charge-tables';
import type { ChargesHead, Content, Fonts, InvoiceHead, Requisites } from './model';
import { createPaper, type Paper } from './paper';

export function invoicePdf(head: InvoiceHead, content: Content, fonts: Fonts): Uint8Array {
  const title = `Счет № ${head.number} от ${formatDay(dayOf(head.issuedAt))}`;
  const paper = createPaper(fonts, { title, author: OPERATOR.name, madeAt: head.issuedAt });
  paper.title(title);
  paper.text(`За услуги электросвязи, ${monthWords(head.month)}`);
  drawParties(paper, head.requisites);
  paper.table(
    [
      { title: 'Расчеты', share: 4, align: 'left' },
      { title: 'Сумма, руб.', share: 1.5, align: 'right' },
    ],
    [
      {
        cells: [
          head.openingDebt < 0 ? 'Предоплата на начало месяца' : 'Задолженность на начало месяца',
          formatCharge(Math.abs(head.openingDebt)),
        ],
      },
      { cells: ['Поступило платежей за месяц', formatCharge(head.payments)] },
      { cells: ['Начислено за месяц без НДС', formatCharge(head.net)] },
      { cells: ['НДС', formatCharge(head.vat)] },
      { cells: ['Начислено за месяц с НДС', formatCharge(head.gross)] },
      { cells: ['К оплате', formatSum(head.amountDue)], bold: true },
    ],
  );
  paper.text(`Сумма к оплате: ${amountInWords(head.amountDue)}. Срок оплаты: до ${formatDay(head.dueOn)}.`);
  paper.text(
    `В назначении платежа укажите лицевой счет ${head.requisites.number} и номер счета ${head.number}.`,
  );
  drawServices(paper, content.charges);
  drawSubscribers(paper, content.charges);
  return paper.finish();
}

export function chargesPdf(head: ChargesHead, content: Content, fonts: Fonts): Uint8Array {
  const title = `Предварительный счет за ${monthWords(head.month)}`;
  const paper = createPaper(fonts, { title, author: OPERATOR.name, madeAt: head.madeAt });
  paper.title(title);
  paper.text(`Трафик учтен до ${formatDay(dayOf(head.asOf))}. Документ не является основанием для оплаты.`);
  drawParties(paper, head.requisites);
  if (head.numbers) paper.text(`По номерам: ${head.numbers.map(formatPhone).join(', ')}`);
  const { gross } = totalCharges(content.charges.flatMap(({ lines }) => lines));
  paper.text(`Начислено с учетом налогов: ${formatRublesKopecks(gross)}`);
  drawServices(paper, content.charges);
  drawSubscribers(paper, content.charges);
  return paper.finish();
}

function drawParties(paper: Paper, requisites: Requisites): void {
  const { organisation, unp, okpo, iban, bankName, bic, legalAddress, contract, number } = requisites;
  paper.facts([
    ['Исполнитель:', `${OPERATOR.name}, УНП ${OPERATOR.unp}, ${OPERATOR.legalAddress}`],
    ['Р/С исполнителя:', `${OPERATOR.iban}, ${OPERATOR.bankName}, ${OPERATOR.bic}`],
    ['Заказчик:', organisation],
    ['УНП/ОКПО:', `${unp} / ${okpo}`],
    ['Р/С:', `${iban}, ${bankName}, ${bic}`],
    ['Адрес:', legalAddress],
    ['Договор:', `№ ${contract.number} от ${formatDay(contract.signedOn)}`],
    ['Лицевой счет:', number],
  ]);
}
