import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Session, sessionSchema } from '../../../src-shared/operator-api/sessions';
import { createApi, GUIDE_TIME, problemOf, startTestOperator, type TestOperator } from '../testing/client';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let operator: TestOperator;
let phone: string;
let password: string;

beforeEach(async () => {
  operator = await startTestOperator();
  ({ phone, password } = operator.control.getState().demoAccount);
});
afterEach(async () => {
  await operator.close();
  expect(operator.errors).toEqual([]);
});

const open = () => createApi(operator.url);
const byPassword = (secret: string, number = phone) =>
  open().call('POST', '/sessions', { method: 'password', phone: number, password: secret });
const bySms = (code: string, number = phone) =>
  open().call('POST', '/sessions', { method: 'sms', phone: number, code });
const sessionOf = async (response: Response): Promise<Session> => {
  expect(response.status).toBe(201);
  return sessionSchema.parse(await response.json());
};
const refusal = async (response: Response) => {
  const { code, status, retryAt } = await problemOf(response);
  expect(response.status).toBe(status);
  return retryAt === undefined ? code : `${code} until +${(retryAt - operator.time.value) / MINUTE} min`;
};
const account = (token: string) => createApi(operator.url, token).call('GET', '/account');
const change = (token: string, newPassword: string, key = 'change-1') =>
  createApi(operator.url, token).call('PUT', '/password', { newPassword }, { 'idempotency-key': key });
const lastSmsCode = () => /\d{6}/.exec(operator.control.listSms()[0]?.text ?? '')?.[0] ?? '';
const recover = (number = phone) =>
  open().call('POST', '/password-recoveries', { phone: number, via: 'email' });
const mailedPassword = () =>
  /Временный пароль: (\S+)/.exec(operator.control.listMail()[0]?.text ?? '')?.[1] ?? '';

describe('sign-in by password', () => {
  it('opens a session of twelve hours on the operator’s clock', async () => {
    const session = await sessionOf(await byPassword(password));
    expect(session).toMatchObject({
      phone,
      passwordState: 'permanent',
      method: 'password',
      serverTime: GUIDE_TIME,
    });
    expect(session.expiresAt).toBe(GUIDE_TIME + 12 * HOUR);
    expect((await account(session.token)).status).toBe(200);
    operator.time.value += 12 * HOUR;
    expect(await refusal(await account(session.token))).toBe('session-expired');
    expect(await refusal(await account('x'.repeat(43)))).toBe('unauthorized');
    expect(await refusal(await open().call('GET', '/account'))).toBe('unauthorized');
  });

  it('ends with sign-out', async () => {
    const { token } = await sessionOf(await byPassword(password));
    const api = createApi(operator.url, token);
    expect((await api.call('DELETE', '/session')).status).toBe(204);
    expect(await refusal(await account(token))).toBe('unauthorized');
  });

  it('says the same of a wrong password, an unknown number and a SIP-номер', async () => {
    expect(await refusal(await byPassword('wrong'))).toBe('wrong-credentials');
    expect(await refusal(await byPassword(password, '375299999999'))).toBe('wrong-credentials');
    expect(await refusal(await byPassword(password, '375291000002'))).toBe('wrong-credentials');
  });

  it.each([['known'], ['unknown']])('closes a %s number for 1, 5 and 15 minutes', async (kind) => {
    const number = kind === 'known' ? phone : '375290000000';
    for (let attempt = 1; attempt <= 4; attempt++) {
      expect(await refusal(await byPassword('wrong', number))).toBe('wrong-credentials');
    }
    expect(await refusal(await byPassword('wrong', number))).toBe('too-many-attempts until +1 min');
    const closed = await byPassword(password, number);
    expect(closed.headers.get('retry-after')).toBe('60');
    expect(await refusal(closed)).toBe('too-many-attempts until +1 min');
    for (const minutes of [5, 15, 15]) {
      operator.time.value += 20 * MINUTE;
      expect(await refusal(await byPassword('wrong', number))).toBe(
        `too-many-attempts until +${minutes} min`,
      );
    }
    operator.time.value += 20 * MINUTE;
    if (kind === 'known') await sessionOf(await byPassword(password));
  });

  it('forgets wrong tries after a quarter of an hour and after a right one', async () => {
    for (let attempt = 1; attempt <= 4; attempt++) await byPassword('wrong');
    operator.time.value += 15 * MINUTE;
    for (let attempt = 1; attempt <= 4; attempt++) {
      expect(await refusal(await byPassword('wrong'))).toBe('wrong-credentials');
    }
    await sessionOf(await byPassword(password));
    expect(await refusal(await byPassword('wrong'))).toBe('wrong-credentials');
  });

  it('counts tries that are sent at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => byPassword('wrong')));
    const codes = await Promise.all(answers.map(async (answer) => (await problemOf(answer)).code));
    expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(4);
  });
});

describe('what the operator keeps', () => {
  it('opens nothing: neither passwords nor tokens', async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'operator-'));
    context.onTestFinished(() => rmSync(folder, { recursive: true }));
    const kept = await startTestOperator({ dataDir: folder });
    const api = createApi(kept.url);
    const answer = await api.call('POST', '/sessions', { method: 'password', phone, password });
    const { token } = await sessionOf(answer);
    await kept.close();
    const bytes = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
    expect(bytes).toContain(phone);
    expect(bytes).not.toContain(password);
    expect(bytes).not.toContain(token);
  });
});

describe('sign-in by SMS', () => {
  it('takes a code once', async () => {
    const sent = await open().call('POST', '/sms-codes', { phone });
    expect(await sent.json()).toEqual({
      expiresAt: GUIDE_TIME + 5 * MINUTE,
      resendAt: GUIDE_TIME + MINUTE,
      serverTime: GUIDE_TIME,
    });
    expect(operator.control.listSms()[0]).toMatchObject({ to: phone, from: 'A1' });
    const code = lastSmsCode();
    const session = await sessionOf(await bySms(code));
    expect(session).toMatchObject({ method: 'sms', passwordState: 'permanent' });
    expect(await refusal(await bySms(code))).toBe('code-expired');
    await sessionOf(await byPassword(password));
  });

  it('answers an unknown number the same and sends nothing', async () => {
    const answer = await open().call('POST', '/sms-codes', { phone: '375290000000' });
    expect(await answer.json()).toEqual({
      expiresAt: GUIDE_TIME + 5 * MINUTE,
      resendAt: GUIDE_TIME + MINUTE,
      serverTime: GUIDE_TIME,
    });
    expect(operator.control.listSms()).toEqual([]);
    expect(await refusal(await bySms('123456', '375290000000'))).toBe('wrong-credentials');
  });

  it('sends again after a minute only; the new code replaces the old one', async () => {
    await open().call('POST', '/sms-codes', { phone });
    const first = lastSmsCode();
    expect(await refusal(await open().call('POST', '/sms-codes', { phone }))).toBe(
      'rate-limited until +1 min',
    );
    operator.time.value += MINUTE;
    expect((await open().call('POST', '/sms-codes', { phone })).status).toBe(200);
    if (lastSmsCode() !== first) expect(await refusal(await bySms(first))).toBe('wrong-credentials');
    await sessionOf(await bySms(lastSmsCode()));
  });

  it('ends after five minutes', async () => {
    await open().call('POST', '/sms-codes', { phone });
    operator.time.value += 5 * MINUTE;
    expect(await refusal(await bySms(lastSmsCode()))).toBe('code-expired');
  });

  it('dies with the fifth wrong try', async () => {
    await open().call('POST', '/sms-codes', { phone });
    const code = lastSmsCode();
    const wrong = code === '000000' ? '111111' : '000000';
    for (let attempt = 1; attempt <= 4; attempt++)
      expect(await refusal(await bySms(wrong))).toBe('wrong-credentials');
    expect(await refusal(await bySms(wrong))).toBe('too-many-attempts until +1 min');
    operator.time.value += MINUTE;
    expect(await refusal(await bySms(code))).toBe('code-expired');
  });
});

describe('recovery of the password', () => {
  it('mails the guide’s letter and leaves the permanent password alone', async () => {
    const answer = await recover();
    expect(await answer.json()).toEqual({ expiresAt: GUIDE_TIME + 24 * HOUR, serverTime: GUIDE_TIME });
    const [letter] = operator.control.listMail();
    expect(letter).toMatchObject({
      from: 'A1 Customer Service 150',
      to: operator.control.getState().demoAccount.email,
      subject: 'Восстановление данных для доступа в Личный кабинет',
      read: false,
    });
    expect(mailedPassword()).toMatch(/^[A-Za-z\d]{10}$/);
    expect(letter?.text).toContain(`Номер телефона: ${phone}`);
    expect(letter?.text).toContain('Срок действия временного пароля ограничен.');
    await sessionOf(await byPassword(password));
  });

  it('says the same for an unknown number, and mails nothing', async () => {
    const answer = await recover('375290000000');
    expect(await answer.json()).toEqual({ expiresAt: GUIDE_TIME + 24 * HOUR, serverTime: GUIDE_TIME });
    expect(operator.control.listMail()).toEqual([]);
  });

  it('allows three letters in a quarter of an hour', async () => {
    for (let letter = 1; letter <= 3; letter++) expect((await recover()).status).toBe(200);
    expect(await refusal(await recover())).toBe('rate-limited until +15 min');
  });

  it('lets a temporary password change the password and sign out, nothing else', async () => {
    await recover();
    const { token, passwordState } = await sessionOf(await byPassword(mailedPassword()));
    expect(passwordState).toBe('temporary');
    for (const path of ['/account', '/feed-heads', '/cdrs']) {
      expect(await refusal(await createApi(operator.url, token).call('GET', path))).toBe(
        'password-change-required',
      );
    }
    expect((await change(token, 'Another-1')).status).toBe(200);
    expect((await account(token)).status).toBe(200);
    expect(await refusal(await byPassword(password))).toBe('wrong-credentials');
    await sessionOf(await byPassword('Another-1'));
  });

  it('refuses a temporary password after 24 hours and says why', async () => {
    await recover();
    operator.time.value += 24 * HOUR;
    const answer = await byPassword(mailedPassword());
    expect(await problemOf(answer)).toMatchObject({
      code: 'temporary-password-expired',
      detail: expect.stringContaining('24'),
    });
  });

  it('ends other sessions with the new password and keeps to its rules', async () => {
    const other = await sessionOf(await byPassword(password));
    await recover();
    const temporary = mailedPassword();
    const { token } = await sessionOf(await byPassword(temporary));
    for (const weak of ['short-1', 'onlyletters', '12345678', `a1${'x'.repeat(63)}`, temporary]) {
      const answer = await change(token, weak, `weak-${weak.length}-key`);
      expect(await problemOf(answer)).toMatchObject({ code: 'weak-password', field: 'body.newPassword' });
    }
    expect((await change(token, 'Another-1')).status).toBe(200);
    expect(await refusal(await account(other.token))).toBe('unauthorized');
    expect(await refusal(await byPassword(temporary))).toBe('wrong-credentials');
  });
});
