import type { ConnectedService, PlanRate, TariffPlan } from '../../../src-shared/domain/account';
import { minsk } from '../../operator/testing/client';

/** Test equipment: items of the account; tests say what matters of them. */

export const tariffPlan = (id: number, rest: Partial<TariffPlan> = {}): TariffPlan => ({
  id,
  code: `plan-${id}`,
  title: `План ${id}`,
  chargeTitle: `План ${id}`,
  monthlyGross: id * 10_000,
  vatRate: 25,
  isConnection: false,
  description: '',
  offered: true,
  rates: [],
  ...rest,
});

export const connectedService = (
  id: number,
  code: string,
  rest: Partial<ConnectedService> = {},
): ConnectedService => ({
  id,
  subscriberId: 1,
  code,
  title: code,
  connectedAt: minsk('2020-01-01'),
  disconnectedAt: null,
  status: 'active',
  statusReason: '',
  validUntil: null,
  monthlyGross: 0,
  locked: false,
  ...rest,
});

/** Gross a minute of a call to a mobile number. */
export const planRate = (gross: number, rest: Partial<PlanRate> = {}): PlanRate => ({
  service: 'voice',
  zone: 'mobile',
  gross,
  per: 'minute',
  minimumS: 60,
  stepS: 60,
  ...rest,
});
