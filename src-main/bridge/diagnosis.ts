import type { Handlers } from '../../src-shared/bridge/contract';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { SessionView } from '../../src-shared/bridge/session';
import { dayOf } from '../../src-shared/domain/period';
import type { CacheAccess } from '../channel/core-contract';
import type { CacheCheck } from './check-after-crash';
import { type SupportFacts, supportReport } from './support-report';

export type DiagnosisDependencies = {
  access(): Promise<CacheAccess>;
  /** Reads the whole cache in a process of its own. */
  check(access: CacheAccess): CacheCheck;
  /** The cache was found damaged. */
  onDamage(): void;
  facts(): Promise<SupportFacts>;
};

/** Serves «Диагностика»; what the core knows of the cache it says itself. */
export function createDiagnosis(dependencies: DiagnosisDependencies) {
  let checking = false;
  let giveUp = (): void => {};

  const handlers: Handlers<'diagnosis.check' | 'diagnosis.report'> = {
    async 'diagnosis.check'() {
      if (checking) throw new CabinetError('too-many-calls');
      checking = true;
      let left = false;
      giveUp = () => {
        left = true;
      };
      try {
        const access = await dependencies.access();
        if (left) throw new CabinetError('cancelled');
        const { finished, cancel } = dependencies.check(access);
        giveUp = cancel;
        const sound = await finished;
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

  return {
    handlers,
    /** A check is given up when the account is closed: its key is to be forgotten. */
    onSession({ phase }: SessionView): void {
      if (phase !== 'signed-in') giveUp();
    },
    /** Ends what runs: the program ends, or the core has gone. */
    close: (): void => giveUp(),
  };
}
