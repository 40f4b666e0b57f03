import { expect, it } from 'vitest';
import { createOperatorClient } from './client';
import { realLimit, realSleep } from './environment';
import { createOperatorClock } from './operator-clock';

it.each([
  ['https://operator.example', 'https://operator.example/v1/sessions'],
  ['https://operator.example:8443/', 'https://operator.example:8443/v1/sessions'],
  ['https://operator.example/sip/cabinet/', 'https://operator.example/sip/cabinet/v1/sessions'],
  ['https://operator.example/sip?from=letter#top', 'https://operator.example/sip/v1/sessions'],
])('asks the operator of the address %s there: %s', async (address, asked) => {
  const urls: string[] = [];
  const environment = {
    clock: { now: () => 1 },
    fetch: async (input: string | URL | Request) => {
      urls.push(new Request(input).url);
      return new Response(null, { status: 404 });
    },
    sleep: realSleep,
    limit: realLimit,
    random: () => 0.5,
  };
  const client = createOperatorClient(address, environment, createOperatorClock(environment.clock));
  const { signal } = new AbortController();
  const request = { method: 'password', phone: '375291000001', password: 'Demo-2021' } as const;
  await client.call('createSession', request, { signal }).catch(() => {});
  expect(urls).toEqual([asked]);
});
