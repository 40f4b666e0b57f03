import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Cabinet } from './cabinet.ts';
import { expect, test } from './fixtures';
import { familyOf } from './processes';
import { chooseSubscriber, DEMO, exportEnds, menuItem, signIn, signInAndSync } from './steps';

/** The embedded operator's own books, in clear as another company keeps them; nothing of the cabinet lies there. */
const OPERATOR = 'demo-operator';
/** The program itself, where the stand-in unfolds its archive; it knows the demo account. */
const PROGRAM = 'sip-cabinet-standin-';

test('whoever has the disk has nothing: while it runs and after it was killed', async ({ start, folder }) => {
  test.slow();
  test.skip(process.platform === 'win32', 'rights and processes are looked at as POSIX has them');
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  const env = { TMPDIR: temporary, SIP_CABINET_STANDIN_KEYRING: join(folder, 'keyring') };
  const cabinet = await start({ env });
  const { page, call, app, data } = cabinet;

  await signInAndSync(cabinet);
  await chooseSubscriber(page, DEMO.connection);
  await menuItem(page, 'Начисления за период').click();
  await page.getByRole('button', { name: 'Далее' }).click();
  await expect(page.getByRole('heading', { name: 'Начисления за май 2021' })).toBeVisible();
  const { password: sipPassword } = await call('telephony.revealPassword', { subscriberId: 1 });
  await call('program.copySecret', { text: sipPassword });
  const secrets = [sipPassword, ...(await secretsOf(cabinet))];

  await test.step('faults leave the log as silent as everything else', async () => {
    await call('commands.submit', {
      kind: 'open-appeal',
      body: { subscriberId: 1, topic: 'billing', text: secrets.join(' ').slice(0, 300), evidence: [] },
    });
    await call('demo.setFaults', { offline: true });
    await call('session.signInByPassword', { phone: `375${DEMO.national}`, password: 'Wrong-2021' }).catch(
      () => {},
    );
    await call('sync.start');
    await expect.poll(async () => (await call('sync.status')).lastError?.code).toBe('operator-unreachable');
  });

  await test.step('a document is its owner’s only', async () => {
    const path = join(folder, 'счета.csv');
    await cabinet.saveTo(path);
    await call('exports.start', { document: { kind: 'invoices' }, format: 'csv' });
    await exportEnds(cabinet, path, 'done');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  await test.step('a document that is looked at lies nowhere', async () => {
    const { bytes } = await call('preview.make', { document: { kind: 'invoices' } });
    const PDF = '%PDF-';
    expect(Buffer.from(bytes).subarray(0, PDF.length).toString()).toBe(PDF);
    secrets.push(PDF);
  });

  expect(found(secrets, [data, temporary])).toEqual([]);
  expect(openToOthers(data)).toEqual([]);
  if (process.platform === 'linux') expect(found(secrets, commandLines(app.process().pid ?? 0))).toEqual([]);

  await test.step('killed in the middle of it all', async () => {
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    app.process().kill('SIGKILL');
    await ended;
    expect(found(secrets, [data, temporary])).toEqual([]);
    expect(openToOthers(data)).toEqual([]);
    // Proof that the eyes are open: the operator next door keeps the same names in clear.
    expect(found(secrets, [join(data, OPERATOR)], () => true).length).toBeGreaterThan(0);
  });

  await test.step('and the person still has everything', async () => {
    const again = await start({ env });
    await signIn(again.page);
    await expect(again.page.getByRole('banner')).toContainText('Васильковый край');
    expect((await again.call('commands.list', { search: '', offset: 0, limit: 5 })).total).toBe(1);
  });
});

/** What the account is known by: names, numbers in every spelling, sums, addresses, passwords. */
async function secretsOf({ call }: Cabinet): Promise<string[]> {
  const { account } = await call('account.get');
  const { items } = await call('subscribers.search', { mask: '', offset: 0, limit: 100 });
  const calls = await call('cdrs.page', {
    filter: { subscriberId: null, month: '2021-04', direction: 'both' },
    sort: { column: 'startedAt', descending: true },
    offset: 0,
    limit: 20,
  });
  const numbers = [...items.map(({ number }) => number), ...calls.items.map(({ party }) => party)].filter(
    (one) => /^375\d{9}$/.test(one),
  );
  const secrets = [
    DEMO.password,
    account?.organisation,
    account?.number,
    account?.contactEmail,
    account?.iban,
    account?.legalAddress,
    ...items.map(({ name }) => name),
    ...numbers.flatMap((one) => [
      one,
      one.slice(3),
      `${one.slice(3, 5)} ${one.slice(5, 8)}-${one.slice(8, 10)}-`,
    ]),
    '300,0839',
    '240,0671',
  ];
  expect(secrets.filter((secret) => !secret || secret.length < 6)).toEqual([]);
  return [...new Set(secrets as string[])];
}

type Place = { name: string; bytes: Buffer };

/** «where: what» of every secret that stands there, in UTF-8 or UTF-16. */
function found(
  secrets: readonly string[],
  places: readonly string[] | readonly Place[],
  isWanted = (path: string) => !path.startsWith(OPERATOR) && !path.startsWith(PROGRAM),
): string[] {
  const all = places.flatMap((place) => (typeof place === 'string' ? filesBelow(place, isWanted) : [place]));
  return all.flatMap(({ name, bytes }) =>
    secrets
      .filter((secret) => bytes.includes(secret, 0, 'utf8') || bytes.includes(secret, 0, 'utf16le'))
      .map((secret) => `${name}: ${secret}`),
  );
}

function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
}

function filesBelow(folder: string, isWanted: (path: string) => boolean): Place[] {
  return pathsBelow(folder).flatMap((path) => {
    const name = relative(folder, path);
    try {
      return isWanted(name) && lstatSync(path).isFile() ? [{ name: path, bytes: readFileSync(path) }] : [];
    } catch {
      // A file of the browser that has gone meanwhile.
      return [];
    }
  });
}

/** Files and folders that anybody but this user may look into. */
function openToOthers(folder: string): string[] {
  return [folder, ...pathsBelow(folder)].filter((path) => {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    return stat && (stat.isFile() || stat.isDirectory()) && (stat.mode & 0o077) !== 0;
  });
}

/** Command lines and environments of a process and of those that it has started. */
function commandLines(root: number): Place[] {
  const family = familyOf(root);
  expect(family.length).toBeGreaterThan(2);
  return family.flatMap((id) =>
    ['cmdline', 'environ'].map((part) => ({
      name: `/proc/${id}/${part}`,
      bytes: read(`/proc/${id}/${part}`),
    })),
  );
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}
