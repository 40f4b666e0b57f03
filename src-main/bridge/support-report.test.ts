import { expect, it } from 'vitest';
import { defaultSettings } from '../../src-shared/bridge/default-settings';
import { type SupportFacts, supportReport } from './support-report';

const facts: SupportFacts = {
  madeAt: Date.UTC(2021, 4, 10, 9),
  info: {
    version: '1.2.3',
    runtime: 'electron',
    electron: '45.4.1',
    chrome: '156',
    node: '24.1.0',
    platform: 'win32 x64',
    packaged: true,
    dataFolder: '/home/i.petrova/.config/SIP Cabinet',
    secrets: 'keyring',
    operatorUrl: 'https://cabinet.example/of/300012345?login=375291000001',
  },
  settings: {
    ...defaultSettings,
    operator: { kind: 'remote', url: 'https://cabinet.example/of/300012345?login=375291000001' },
  },
  cache: {
    fileBytes: 1_048_576,
    logBytes: 0,
    schema: 4,
    sqlite: '3.51.0',
    cipher: 'aegis',
    subscribers: 3,
    records: 34_567,
    openCommands: 1,
  },
  sync: {
    state: 'waiting',
    online: false,
    dataAsOf: Date.UTC(2021, 4, 10, 8),
    firstSync: false,
    progress: null,
    lastError: {
      code: 'operator-refused',
      params: { detail: 'Баланс ООО «Васильковый край» −2484,10 руб.' },
    },
    nextTryAt: null,
    operatorNow: Date.UTC(2021, 4, 10, 9),
  },
  log: '2021-05-10T08:59:00.000Z warn core: cdrs.page took 653 ms in /home/i.petrova/app',
  home: '/home/i.petrova',
};

it('has what helps and nothing that an account or a person is known by', () => {
  const text = supportReport(facts);
  for (const wanted of [
    '1.2.3',
    '45.4.1',
    'win32 x64',
    'https://cabinet.example',
    '34567',
    'operator-refused',
  ]) {
    expect(text).toContain(wanted);
  }
  expect(text).toContain('10.05.2021 12:00:00 (Минск)');
  expect(text).toContain('took 653 ms in ~/app');
  for (const secret of ['petrova', '300012345', '375291000001', 'Васильковый', '2484']) {
    expect(text).not.toContain(secret);
  }
});

it('says so while nothing is open', () => {
  expect(supportReport({ ...facts, cache: null, log: '' })).toContain('Аккаунт не открыт.');
});
