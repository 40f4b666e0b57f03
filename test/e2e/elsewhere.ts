import { randomUUID } from 'node:crypto';
import { type Cabinet, expect } from './cabinet.ts';
import { DEMO } from './steps.ts';

/** The account at another computer: asks the operator's API past the program. */
export async function atAnotherComputer({ call }: Pick<Cabinet, 'call'>) {
  const demo = await call('demo.state');
  const ask = async (
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    token?: string,
  ): Promise<unknown> => {
    const answer = await fetch(`${demo?.url}/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    expect(answer.ok, `${path}: ${text}`).toBe(true);
    return JSON.parse(text);
  };
  const phone = `375${DEMO.national}`;
  const session = await ask('POST', '/sessions', { method: 'password', phone, password: DEMO.password });
  const { token } = session as { token: string };
  return {
    changePassword: (newPassword: string) => ask('PUT', '/password', { newPassword }, token),
    registerPayment: (body: { amount: number; promisedOn: string }) =>
      ask('POST', '/guarantees', body, token),
  };
}
