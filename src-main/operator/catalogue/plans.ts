import { officeRates, type RateTable, receptionRates, standardRates, worldRates } from './rates';

export type PlanCode =
  | 'sip-connection'
  | 'sip-number'
  | 'sip-number-office'
  | 'sip-number-world'
  | 'sip-number-reception';

export type Plan = {
  id: number;
  code: PlanCode;
  title: string;
  chargeTitle: string;
  /** Gross, because gross is the master price (guide §3.5). */
  monthlyGross: number;
  description: string;
  /** Can be chosen in «Смена ТП». */
  offered: boolean;
  rates: RateTable;
};

/** Tariff plans. The price of «SIP-соединение» is the guide's; the others are plausible and free to change. */
export const plans: readonly Plan[] = [
  {
    id: 1,
    code: 'sip-connection',
    title: 'SIP-соединение',
    chargeTitle: 'План SIP-соединение',
    monthlyGross: 664_300,
    description:
      'Номер администратора Личного кабинета: общий канал организации, пакеты каналов и минут в другие сети.',
    offered: false,
    rates: standardRates,
  },
  {
    id: 2,
    code: 'sip-number',
    title: 'SIP-номер',
    chargeTitle: 'План SIP-номер',
    monthlyGross: 54_000,
    description: 'Основной тарифный план абонентских номеров. Вызовы внутри сети бесплатны.',
    offered: true,
    rates: standardRates,
  },
  {
    id: 3,
    code: 'sip-number-office',
    title: 'SIP-номер Офис',
    chargeTitle: 'План SIP-номер Офис',
    monthlyGross: 129_000,
    description:
      'Для сотрудников, которые много звонят по стране: посекундная тарификация и сниженные цены вызовов ' +
      'и SMS на мобильные и стационарные сети.',
    offered: true,
    rates: officeRates,
  },
  {
    id: 4,
    code: 'sip-number-world',
    title: 'SIP-номер Мир',
    chargeTitle: 'План SIP-номер Мир',
    monthlyGross: 96_000,
    description:
      'Для работы с зарубежными партнёрами: вызовы и SMS за границу почти вдвое дешевле, чем на «SIP-номер».',
    offered: true,
    rates: worldRates,
  },
  {
    id: 5,
    code: 'sip-number-reception',
    title: 'SIP-номер Приём',
    chargeTitle: 'План SIP-номер Приём',
    monthlyGross: 19_000,
    description:
      'Для номеров, на которые в основном звонят: низкая абонентская плата, исходящие вызовы дороже ' +
      'и тарифицируются поминутно.',
    offered: true,
    rates: receptionRates,
  },
];

/** Place of a plan in the list: how the call generator names a plan's rates. */
export function tariffOf(code: PlanCode): number {
  const index = plans.findIndex((plan) => plan.code === code);
  if (index < 0) throw new Error(`unknown plan ${code}`);
  return index;
}

/** @throws when there is no such plan: a damaged ledger. */
export const planOf = (code: PlanCode): Plan => plans[tariffOf(code)] as Plan;
