import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChargeLine, totalCharges } from '../../../src-shared/domain/billing';
import { formatCharge } from '../../../src-shared/domain/money';
import { formatDuration, formatInstant } from '../../../src-shared/domain/period';
import { type Api, signIn, startTestOperator, type TestOperator } from '../testing/client';

let operator: TestOperator;
let api: Api;

beforeAll(async () => {
  operator = await startTestOperator();
  api = await signIn(operator);
});
afterAll(() => operator.close());

const printed = (line: ChargeLine): string[] => {
  const suffix = line.days ?? (line.durationS === null ? '' : formatDuration(line.durationS));
  return [
    `${line.title} ${suffix}`.trim(),
    formatCharge(line.net),
    `${line.vatRate}%`,
    formatCharge(line.vat),
    formatCharge(line.localTax),
    formatCharge(line.gross),
  ];
};

describe('the guide’s demo account on 10.05.2021', () => {
  it('has the page «Начисления за май 2021» to the last digit (guide §3.5)', async () => {
    const { items } = await api.pull('charges', 1000);
    const may = items.find(({ subscriberId, month }) => subscriberId === 1 && month === '2021-05');
    expect(may?.lines.map(printed)).toEqual([
      ['SIP 3000 минут в другие сети', '77,008', '25%', '19,252', '0,00', '96,26'],
      ['SIP-многоканальность 27', '56,6756', '25%', '14,1689', '0,00', '70,8445'],
      ['План SIP-соединение 27', '46,2867', '25%', '11,5717', '0,00', '57,8584'],
      ['Услуга Короткий номер 27', '60,0968', '25%', '15,0242', '0,00', '75,121'],
      ['Исходящие внутри сети 00:07:00', '0,00', '25%', '0,00', '0,00', '0,00'],
    ]);
    expect(totalCharges(may?.lines ?? [])).toEqual({
      net: 2_400_671,
      vat: 600_168,
      localTax: 0,
      gross: 3_000_839,
    });
  });

  it('has the guide’s lists of services (guide §3.2)', async () => {
    const { items } = await api.pull('services', 1000);
    const listed = (subscriberId: number) =>
      items
        .filter((service) => service.subscriberId === subscriberId)
        .map(({ title, connectedAt, status, statusReason }) => [
          title,
          formatInstant(connectedAt),
          status,
          statusReason,
        ]);
    expect(listed(1).slice(0, 8)).toEqual([
      ['Голосовая почта, пакет "Плюс"', '13.03.2018 11:20:33', 'active', ''],
      ['Детализация звонков', '13.03.2018 11:20:33', 'active', ''],
      ['Конференц-связь', '13.03.2018 11:20:33', 'active', ''],
      ['Личный кабинет', '13.03.2018 11:20:33', 'active', ''],
      ['Личный кабинет Возможность просмотра детализации', '13.03.2018 11:20:33', 'active', ''],
      ['Международные звонки', '02.04.2020 12:55:43', 'active', ''],
      ['Услуга Короткий номер', '27.02.2020 17:20:22', 'active', ''],
      ['SIP 1000 минут в другие сети', '13.03.2018 11:20:33', 'active', ''],
    ]);
    expect(listed(2)).toEqual([
      ['Голосовая почта, пакет "Плюс"', '13.03.2018 12:07:40', 'active', ''],
      ['Конференц-связь', '13.03.2018 12:07:40', 'active', ''],
      ['Международные звонки', '04.08.2020 07:19:16', 'active', ''],
    ]);
  });

  it('keeps the whole package, because nothing left the network yet', async () => {
    await operator.control.settle();
    const { items } = await api.pull('subscribers', 1000);
    const connection = items.filter(({ id }) => id === 1).at(-1);
    expect(connection).toMatchObject({
      isConnection: true,
      status: 'active',
      currentCharges: 3_000_839,
      packages: [{ title: 'SIP 3000 минут в другие сети', totalS: 180_000, leftS: 180_000 }],
    });
  });
});
