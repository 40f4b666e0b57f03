import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sipPasswordSchema } from '../../../../src-shared/domain/subscriber-changes';
import { sipPasswordAnswerSchema } from '../../../../src-shared/operator-api/documents';
import { GUIDE_TIME, startTestOperator, type TestOperator } from '../../testing/client';
import { createVisitor, type Visitor } from '../../testing/visitor';

const folder = mkdtempSync(join(tmpdir(), 'sip-passwords-'));
let operator: TestOperator;
let visitor: Visitor;

const begin = async (dataDir: string | null) => {
  operator = await startTestOperator({ dataDir });
  visitor = createVisitor(operator);
};
const end = async () => {
  await operator.close();
  expect(operator.errors).toEqual([]);
};
afterEach(async () => {
  await end();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (subscriberId: number) =>
  (await visitor.api()).call('POST', '/sip-password-views', { subscriberId });
const reveal = async (subscriberId: number): Promise<string> =>
  sipPasswordAnswerSchema.parse(await (await ask(subscriberId)).json()).password;

describe('passwords of SIP lines (guide §3.4)', () => {
  it('are shown on demand, changed, and kept', async () => {
    await begin(folder);
    const first = await Promise.all([1, 2, 3].map(reveal));
    expect(new Set(first).size).toBe(3);
    for (const password of first) expect(sipPasswordSchema.parse(password)).toBe(password);
    expect((await ask(2)).headers.get('cache-control')).toBe('no-store');
    expect((await ask(9)).status).toBe(404);

    const password = 'Vasilek2021Kray';
    expect(await visitor.send('change-sip-password', { subscriberId: 2, password })).toMatchObject({ id: 2 });
    expect(await Promise.all([1, 2, 3].map(reveal))).toEqual([first[0], password, first[2]]);
    const lines = await visitor.all('sip-lines');
    expect(lines.find(({ id }) => id === 2)?.passwordChangedAt).toBe(GUIDE_TIME);
    expect(JSON.stringify(lines)).not.toContain(password);

    await end();
    await begin(folder);
    expect(await Promise.all([1, 2, 3].map(reveal))).toEqual([first[0], password, first[2]]);
  });

  it('are of the seed at first, and refused when they are weak', async () => {
    await begin(null);
    const own = await reveal(1);
    for (const password of [
      'Short1a',
      'nocapitals2021',
      'NODIGITSatall',
      'Русский2021abcd',
      `${'Aa1'.repeat(11)}`,
    ]) {
      const { problem } = await visitor.send('change-sip-password', { subscriberId: 1, password });
      expect(problem).toMatchObject({ status: 422, code: 'weak-password', field: 'body.password' });
    }
    await end();
    await begin(null);
    expect(await reveal(1)).toBe(own);
  });
});
