import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPublisher } from '../feeds/publisher';
import { type Ledger, openLedger } from '../ledger/ledger';
import { minsk } from '../testing/client';
import { createPaymentPlan, type PaymentPlan } from './payment-plan';

const NOW = minsk('2021-05-10', 12);
const EVER = minsk('2031-01-01');
const DUE = 1_000_000;

let ledger: Ledger;
let plan: PaymentPlan;
beforeEach(() => {
  ledger = openLedger(null);
  plan = createPaymentPlan({
    ledger,
    publisher: createPublisher(ledger),
    seed: 1,
    accountNumber: '300012345',
  });
  plan.plan('2021-04', DUE, 'счету');
});
afterEach(() => ledger.close());

const planned = () => plan.timeline().reduce((sum, { amount }) => sum + amount, 0);

describe('planned payments', () => {
  it('are held back and come again, and what was missed is told', () => {
    plan.hold(NOW);
    expect([plan.held(), planned()]).toEqual([true, 0]);
    expect(plan.release(NOW)).toBe(false);
    expect([plan.held(), planned()]).toEqual([false, DUE]);
    plan.hold(NOW);
    expect(plan.release(EVER)).toBe(true);
    expect(planned()).toBe(0);
  });

  it('are where they were when a switch breaks off half-way', () => {
    const breaksOff = (event: string, work: () => unknown) => {
      ledger.db.exec(`create trigger full before ${event} begin select raise(abort, 'disk full'); end`);
      expect(work).toThrow('disk full');
      ledger.db.exec('drop trigger full');
    };
    breaksOff('insert on payment', () => plan.payNow('2021-04', DUE, 'счету', NOW));
    expect(planned()).toBe(DUE);
    breaksOff('insert on meta', () => plan.hold(NOW));
    expect([plan.held(), planned()]).toEqual([false, DUE]);
    plan.hold(NOW);
    breaksOff('delete on meta', () => plan.release(EVER));
    expect([plan.held(), planned()]).toEqual([true, 0]);
    expect(plan.release(NOW)).toBe(false);
    expect(planned()).toBe(DUE);
  });

  it('stay held back when the clock is set back', () => {
    plan.hold(EVER);
    expect(planned()).toBe(DUE);
    plan.rewind(NOW);
    expect(planned()).toBe(0);
  });
});
