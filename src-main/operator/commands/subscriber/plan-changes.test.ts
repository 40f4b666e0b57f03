import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minsk, startTestOperator, type TestOperator } from '../../testing/client';
import { createVisitor, type Visitor } from '../../testing/visitor';

let operator: TestOperator;
let visitor: Visitor;

const NEW_YEAR = minsk('2022-01-01');

beforeEach(async () => {
  operator = await startTestOperator({ at: NEW_YEAR - 1 });
  visitor = createVisitor(operator);
});
afterEach(async () => {
  await operator.close();
  expect(operator.errors).toEqual([]);
});

const change = (subscriberId: number, planId: number) =>
  visitor.send('change-plan', { subscriberId, planId });
const cancel = (subscriberId: number, planChangeId: number) =>
  visitor.send('cancel-plan-change', { subscriberId, planChangeId });
const planChanges = async () => (await visitor.all('plan-changes')).sort((a, b) => a.id - b.id);
const planLine = async (subscriberId: number, month: string) => {
  const charges = await visitor.all('charges', (item) => `${item.subscriberId} ${item.month}`);
  const lines = charges.find((item) => item.subscriberId === subscriberId && item.month === month)?.lines;
  return lines?.filter(({ kind }) => kind === 'plan').map(({ title, gross }) => [title, gross]);
};

describe('«Смена ТП»', () => {
  it('takes effect on the first of the next month: in the last instant of a year, and in the first', async () => {
    const last = await change(2, 3);
    operator.time.value = NEW_YEAR;
    const first = await change(3, 3);
    expect(await planChanges()).toMatchObject([
      { id: last.id, fromPlanId: 2, toPlanId: 3, effectiveOn: '2022-01-01', status: 'done' },
      { id: first.id, fromPlanId: 2, toPlanId: 3, effectiveOn: '2022-02-01', status: 'pending' },
    ]);
    const plansOf = new Map((await visitor.all('subscribers')).map(({ id, planTitle }) => [id, planTitle]));
    expect([plansOf.get(2), plansOf.get(3)]).toEqual(['SIP-номер Офис', 'SIP-номер']);
    expect(await planLine(2, '2021-12')).toEqual([['План SIP-номер', 54_000]]);
    expect(await planLine(2, '2022-01')).toEqual([['План SIP-номер Офис', 129_000]]);
    expect(await planLine(3, '2022-01')).toEqual([['План SIP-номер', 54_000]]);
  });

  it('is one at a time, and can be called off until its day', async () => {
    const { id } = await change(2, 3);
    const second = await change(2, 4);
    expect(second.problem).toMatchObject({ status: 409, rule: 'plan-change-pending' });
    expect(second.problem?.detail).toContain('01.01.2022');
    expect((await cancel(2, id ?? 0)).problem).toBe(null);
    expect((await cancel(2, id ?? 0)).problem?.rule).toBe('plan-change-not-pending');
    const { id: other } = await change(2, 4);
    operator.time.value = NEW_YEAR;
    expect((await cancel(2, other ?? 0)).problem?.rule).toBe('plan-change-not-pending');
    expect((await planChanges()).map(({ status }) => status)).toEqual(['cancelled', 'done']);
    // The plan of today is now the one that was chosen, and the way back is open.
    expect((await change(2, 4)).problem?.rule).toBe('plan-is-current');
    expect((await change(2, 2)).problem).toBe(null);
  });

  it('is not for «SIP-соединение», nor to it', async () => {
    expect((await change(1, 3)).problem).toMatchObject({ rule: 'connection-cannot-change' });
    expect((await change(2, 1)).problem).toMatchObject({ rule: 'plan-not-offered', field: 'body.planId' });
    expect((await change(2, 2)).problem).toMatchObject({ rule: 'plan-is-current', field: 'body.planId' });
    expect((await change(2, 77)).problem).toMatchObject({ code: 'not-found', field: 'body.planId' });
    expect((await cancel(2, 77)).problem).toMatchObject({ code: 'not-found', field: 'body.planChangeId' });
  });
});
