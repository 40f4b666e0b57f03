import type { ServiceOffer } from '../subscriber-changes';

/** Test equipment: a service of the catalogue; tests say what matters of it. */
export const serviceOffer = (id: number, code: string, rest: Partial<ServiceOffer> = {}): ServiceOffer => ({
  id,
  code,
  title: code,
  description: '',
  kind: 'service',
  monthlyGross: 0,
  monthlyNet: 0,
  oneTimeGross: 0,
  vatRate: 25,
  planCodes: ['plan-1'],
  requires: [],
  conflicts: [],
  locked: false,
  permanent: false,
  channels: null,
  packageS: null,
  removalNote: '',
  ...rest,
});
