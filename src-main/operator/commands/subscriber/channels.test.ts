import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proRata } from '../../../../src-shared/domain/money';
import { DAY_MS } from '../../../../src-shared/domain/period';
import { GUIDE_TIME, minsk, startTestOperator, type TestOperator } from '../../testing/client';
import { createVisitor, type Visitor } from '../../testing/visitor';

let operator: TestOperator;
let visitor: Visitor;

beforeAll(async () => {
  operator = await startTestOperator();
  visitor = createVisitor(operator);
});
afterAll(async () => {
  await operator.close();
  expect(operator.errors).toEqual([]);
});

const change = (code: string, subscriberId = 1) => visitor.send('change-channels', { subscriberId, code });
const channelLines = async (month: string) => {
  const charges = await visitor.all('charges', (item) => `${item.subscriberId} ${item.month}`);
  const lines = charges.find((item) => item.subscriberId === 1 && item.month === month)?.lines ?? [];
  return lines
    .filter(({ code }) => code.startsWith('channels-'))
    .map(({ title, code, days, gross }) => [title, code, days, gross]);
};

describe('«SIP-многоканальность» (guide §3.3)', () => {
  it('is for «SIP-соединение», and for another package that is offered', async () => {
    const refusals = [
      [await change('channels-5', 2), 'channels-only-on-connection'],
      [await change('channels-10'), 'channels-same-package'],
    ] as const;
    for (const [{ problem }, rule] of refusals) expect(problem).toMatchObject({ status: 409, rule });
    for (const code of ['channels-7', 'conference']) {
      expect((await change(code)).problem).toMatchObject({ code: 'not-found', field: 'body.code' });
    }
  });

  it('changes at once, is charged by the days of each package, and waits 7 days to the millisecond', async () => {
    // The guide's pause takes the first four days of May; the old package is charged up to the day before.
    const { id } = await change('channels-20');
    expect(await channelLines('2021-05')).toEqual([
      ['SIP-многоканальность', 'channels-10', 5, proRata(813_400, 5, 31)],
      ['SIP-многоканальность', 'channels-20', 22, proRata(1_491_400, 22, 31)],
    ]);
    const held = (await visitor.all('services')).filter(({ code }) => code.startsWith('channels-'));
    expect(held).toMatchObject([
      { code: 'channels-10', status: 'disconnected', disconnectedAt: GUIDE_TIME },
      { id, code: 'channels-20', status: 'active', connectedAt: GUIDE_TIME, disconnectedAt: null },
    ]);
    expect((await change('channels-10')).problem).toMatchObject({ rule: 'service-not-in-plan' });

    const opens = GUIDE_TIME + 7 * DAY_MS;
    operator.time.value = opens - 1;
    const early = await change('channels-30');
    expect(early.problem).toMatchObject({ rule: 'channels-once-in-7-days', retryAt: opens });
    expect(early.problem?.detail).toContain('10.05.2021 12:00:00');
    expect(early.problem?.detail).toContain('17.05.2021 12:00:00');
    operator.time.value = opens;
    expect((await change('channels-30')).problem).toBe(null);
    expect((await channelLines('2021-05')).map(([, code, days]) => [code, days])).toEqual([
      ['channels-10', 5],
      ['channels-20', 7],
      ['channels-30', 15],
    ]);
    operator.time.value = minsk('2021-06-02');
    expect(await channelLines('2021-06')).toEqual([['SIP-многоканальность', 'channels-30', 30, 2_155_800]]);
  });
});
