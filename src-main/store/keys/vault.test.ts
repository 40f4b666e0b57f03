import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/sample';
import {
  type AccountFiles,
  accountFiles,
  prepareFolder,
  setAside,
  sweepVisits,
  visitDatabase,
} from './account-files';
import { createVault, type Keyring } from './vault';
import { sweepHalfWritten, writePrivateFile } from './write-file';

const PHONE = '375291234567';
const COST = { N: 16, r: 1, p: 1 };
const ring: Keyring = {
  encrypt: async (text) => Buffer.from(text).toString('base64'),
  decrypt: async (text) => Buffer.from(text, 'base64').toString(),
};
const noRing: Keyring = { encrypt: async () => null, decrypt: async () => null };

let folder: ReturnType<typeof temporaryFolder>;
let files: AccountFiles;
let now = 1_000_000;
const clock = { now: () => now };
const vault = (keyring = noRing) => createVault({ keyring, clock, cost: COST });
const refusal = (code: string, params?: unknown) =>
  expect.objectContaining(params ? { code, params } : { code });

beforeEach(async () => {
  now = 1_000_000;
  folder = temporaryFolder();
  prepareFolder(folder.path);
  files = await accountFiles(folder.path, 'loopback', PHONE);
});
afterEach(() => folder.remove());

describe('names of files', () => {
  it('are the same every time and tell neither number nor operator', async () => {
    expect(await accountFiles(folder.path, 'loopback', PHONE)).toEqual(files);
    expect((await accountFiles(folder.path, 'https://other', PHONE)).database).not.toBe(files.database);
    await vault(ring).create(files, 'пароль1');
    for (const name of readdirSync(folder.path)) expect(name).not.toMatch(/375|291234567|loopback/);
  });

  it('differ between installations', async () => {
    const other = temporaryFolder();
    prepareFolder(other.path);
    const there = await accountFiles(other.path, 'loopback', PHONE);
    expect(there.database.split('/').at(-1)).not.toBe(files.database.split('/').at(-1));
    other.remove();
  });
});

describe('the key', () => {
  it('opens by the password alone', async () => {
    const key = await vault().create(files, 'пароль1');
    expect(await vault().openByPassword(files, 'пароль1')).toEqual(key);
    await expect(vault().openByPassword(files, 'пароль2')).rejects.toEqual(refusal('offline-password-wrong'));
    expect(await vault().openByKeyring(files)).toBeNull();
  });

  it('is random, and neither it nor the password stands in the file', async () => {
    const key = await vault(ring).create(files, 'Секрет-123');
    const text = readFileSync(files.keyFile, 'utf8');
    for (const secret of ['Секрет', PHONE, key?.toString('hex'), key?.toString('base64')]) {
      expect(text).not.toContain(secret);
    }
    if (process.platform !== 'win32') expect(statSync(files.keyFile).mode & 0o077).toBe(0);
  });

  it('opens by the keyring without a password', async () => {
    const key = await vault(ring).create(files, null);
    expect(await vault(ring).openByKeyring(files)).toEqual(key);
    await expect(vault(ring).openByPassword(files, 'x')).rejects.toEqual(refusal('no-offline-copy'));
  });

  it('is not made when nothing could open it again', async () => {
    expect(await vault(noRing).create(files, null)).toBeNull();
    expect(vault().exists(files)).toBe(false);
  });

  it('is closed by a new password at once and by no other', async () => {
    const key = (await vault().create(files, 'old-pass-1')) as Buffer;
    await vault().rewrap(files, key, 'new-pass-1');
    expect(await vault().openByPassword(files, 'new-pass-1')).toEqual(key);
    await expect(vault().openByPassword(files, 'old-pass-1')).rejects.toEqual(
      refusal('offline-password-wrong'),
    );
    expect(readdirSync(folder.path).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('survives a write that failed half way', async () => {
    const key = await vault().create(files, 'old-pass-1');
    // What a crash before the rename leaves behind.
    writeFileSync(`${files.keyFile}.part`, '{"version":1,"passw');
    expect(await vault().openByPassword(files, 'old-pass-1')).toEqual(key);
  });

  it('takes a broken or foreign key file for none', async () => {
    for (const text of ['', '{}', '{"version":2}', 'null']) {
      writePrivateFile(files.keyFile, text);
      await expect(vault().openByPassword(files, 'x')).rejects.toEqual(refusal('no-offline-copy'));
      expect(await vault(ring).openByKeyring(files)).toBeNull();
    }
  });
});

describe('wrong passwords', () => {
  const wrong = () =>
    vault()
      .openByPassword(files, 'wrong')
      .catch((error: unknown) => error);

  it('make the next try wait longer and longer, over restarts too', async () => {
    await vault().create(files, 'right-1');
    expect(await wrong()).toEqual(refusal('offline-password-wrong'));
    expect(await wrong()).toEqual(refusal('offline-password-wrong'));
    expect(await wrong()).toEqual(refusal('offline-password-wrong'));
    expect(await wrong()).toEqual(refusal('too-many-attempts', { retryAt: now + 5_000 }));
    // The right one has to wait as well: else guessing would go on beside.
    await expect(vault().openByPassword(files, 'right-1')).rejects.toEqual(refusal('too-many-attempts'));

    const waits: number[] = [];
    for (let round = 0; round < 12; round++) {
      now += waits.at(-1) ?? 5_000;
      expect(await wrong()).toEqual(refusal('offline-password-wrong'));
      const error = (await wrong()) as { params: { retryAt: number } };
      waits.push(error.params.retryAt - now);
    }
    expect(waits.slice(0, 3)).toEqual([10_000, 20_000, 40_000]);
    expect(waits.at(-1)).toBe(15 * 60_000);
  });

  it('are forgotten after the right one', async () => {
    await vault().create(files, 'right-1');
    await wrong();
    await wrong();
    await vault().openByPassword(files, 'right-1');
    await wrong();
    expect(await wrong()).toEqual(refusal('offline-password-wrong'));
  });
});

describe('files out of the way', () => {
  it('are renamed with their log, never overwritten', () => {
    for (const round of [1, 2]) {
      writeFileSync(files.database, `db${round}`);
      writeFileSync(`${files.database}-wal`, `wal${round}`);
      const target = setAside(files.database, 'locked', Date.UTC(2021, 4, 10, 9, 14, 5));
      expect(target).toBe(`${files.database}.locked-20210510T091405${round === 1 ? '' : '-2'}`);
      expect(readFileSync(target, 'utf8')).toBe(`db${round}`);
      expect(readFileSync(`${target}-wal`, 'utf8')).toBe(`wal${round}`);
    }
  });

  it('halves of killed writes are swept, nothing else', () => {
    for (const whole of [files.keyFile, files.sessionFile, join(folder.path, 'installation')]) {
      writeFileSync(whole, 'x');
      writeFileSync(`${whole}.part`, 'x');
    }
    writeFileSync(`${files.database}.before-v4.part`, 'x');
    const kept = readdirSync(folder.path).filter((name) => !/(key|session|installation)\.part$/.test(name));
    sweepHalfWritten(folder.path);
    expect(readdirSync(folder.path)).toEqual(kept);
  });

  it('caches of past visits are swept, nothing else', async () => {
    const visit = visitDatabase(files);
    writeFileSync(visit, 'x');
    writeFileSync(`${visit}-wal`, 'x');
    writeFileSync(files.database, 'x');
    const kept = readdirSync(folder.path).filter((name) => !name.includes('visit'));
    sweepVisits(folder.path);
    expect(readdirSync(folder.path)).toEqual(kept);
  });
});
