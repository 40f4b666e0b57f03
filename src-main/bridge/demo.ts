import type { Handlers } from '../../src-shared/bridge/contract';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { DemoFaultChanges, DemoState, demoProcedures, Mail, Sms } from '../../src-shared/bridge/program';
import type { DemoSize } from '../../src-shared/bridge/settings';
import type { EmitEvent } from './events';

/** What the bridge needs of the embedded operator; main.ts hands one in, or none with a real operator. */
export type DemoOperator = {
  state(): DemoState;
  setClock(at: number | null): Promise<void>;
  setSize(size: DemoSize): Promise<void>;
  setFaults(faults: DemoFaultChanges): Promise<void>;
  expireSessions(): Promise<void>;
  addLateCdrs(count: number): Promise<void>;
  correctCdrs(count: number): Promise<void>;
  /** @returns what was paid, 0 when nothing was due */
  payInvoice(): Promise<number>;
  holdPayments(held: boolean): Promise<void>;
  mail(): Mail[];
  sms(): Sms[];
  attachment(mailId: number, index: number): { name: string; bytes: Uint8Array } | null;
};

export type DemoDependencies = {
  operator(): DemoOperator | null;
  /** Keeps the size in the settings, so that it survives a restart. */
  rememberSize(size: DemoSize): void;
  openBytes(name: string, bytes: Uint8Array): Promise<void>;
  emit: EmitEvent;
};

/** Serves the demo panel. */
export function createDemoHandlers(dependencies: DemoDependencies): Handlers<keyof typeof demoProcedures> {
  function required(): DemoOperator {
    const operator = dependencies.operator();
    if (!operator) throw new CabinetError('not-available', { name: 'demo' });
    return operator;
  }

  async function changed<Result>(
    work: (operator: DemoOperator) => Promise<Result>,
  ): Promise<{ state: DemoState; result: Result }> {
    const result = await work(required());
    dependencies.emit('demo.changed', { what: 'state' });
    return { state: required().state(), result };
  }
  const change = async (work: (operator: DemoOperator) => Promise<void>): Promise<DemoState> =>
    (await changed(work)).state;

  return {
    'demo.state': () => dependencies.operator()?.state() ?? null,
    'demo.setClock': ({ at }) => change((operator) => operator.setClock(at)),
    'demo.setSize': ({ size }) =>
      change(async (operator) => {
        await operator.setSize(size);
        dependencies.rememberSize(size);
      }),
    'demo.setFaults': (faults) => change((operator) => operator.setFaults(faults)),
    'demo.expireSessions': () => change((operator) => operator.expireSessions()),
    'demo.addLateCdrs': ({ count }) => change((operator) => operator.addLateCdrs(count)),
    'demo.correctCdrs': ({ count }) => change((operator) => operator.correctCdrs(count)),
    async 'demo.payInvoice'() {
      const { state, result } = await changed((operator) => operator.payInvoice());
      return { state, amount: result };
    },
    'demo.holdPayments': ({ held }) => change((operator) => operator.holdPayments(held)),
    'demo.mail': () => required().mail(),
    'demo.sms': () => required().sms(),
    async 'demo.openAttachment'({ mailId, index }) {
      const found = required().attachment(mailId, index);
      if (!found) throw new CabinetError('not-found', { what: 'attachment' });
      await dependencies.openBytes(found.name, found.bytes);
    },
  };
}
