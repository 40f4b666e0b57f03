import type { Handlers } from '../../src-shared/bridge/contract';
import { CabinetError } from '../../src-shared/bridge/errors';
import { dayOf } from '../../src-shared/domain/period';
import type { CacheAccess } from '../channel/core-contract';
import { type SupportFacts, supportReport } from './support-report';

export type DiagnosisDependencies = {
  access(): Promise<CacheAccess>;
  /** Reads the whole cache in a process of its own. @returns whether it is sound */
  check(access: CacheAccess): Promise<boolean>;
  /** The cache was found damaged. */
  onDamage(): void;
  facts(): Promise<SupportFacts>;
};

/** Serves «Диагностика»; what the core knows of the cache it says itself. */
export function createDiagnosisHandlers(
  dependencies: DiagnosisDependencies,
): Handlers<'diagnosis.check' | 'diagnosis.report'> {
  let checking = false;
  return {
    async 'diagnosis.check'() {
      if (checking) throw new CabinetError('too-many-calls');
      checking = true;
      try {
        const sound = await dependencies.check(await dependencies.access());
        if (!sound) dependencies.onDamage();
        return { sound };
      } finally {
        checking = false;
      }
    },
    async 'diagnosis.report'() {
      const facts = await dependencies.facts();
      return { name: `sip-cabinet-${dayOf(facts.madeAt)}.txt`, text: supportReport(facts) };
    },
  };
}
