import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minsk } from '../../operator/testing/client';
import { type Bench, startBench, type TestCore } from '../testing/harness';

let bench: Bench;
beforeEach(async () => {
  // A month after the account was opened: little to take in.
  bench = await startBench({ at: minsk('2018-04-12', 12) });
});
afterEach(() => bench.close());

const NEW_PASSWORD = 'Novyj-parol-7';
const refusal = (code: string) => expect.objectContaining({ code });
const signIn = (core: TestCore, password: string) =>
  core.call('session.signInByPassword', { phone: bench.credentials.phone, password });
const filesLike = (part: string) => readdirSync(bench.folder).filter((name) => name.includes(part));

async function temporaryPassword(core: TestCore): Promise<string> {
  await core.call('session.recoverPassword', { phone: bench.credentials.phone, via: 'email' });
  const letter = bench.operator.control.listMail()[0]?.text ?? '';
  return /Временный пароль: (\S+)/.exec(letter)?.[1] ?? '';
}

describe('change of password', () => {
  it('checks what was typed before the operator is asked', async () => {
    const core = await bench.synced();
    const change = (password: string, confirmation: string) =>
      core.call('session.changePassword', { password, confirmation });
    await expect(change(NEW_PASSWORD, 'other')).rejects.toEqual(refusal('passwords-differ'));
    await expect(change('short1', 'short1')).rejects.toEqual(refusal('weak-password'));
  });

  it('closes the cache by the new password at once', async () => {
    const core = await bench.synced();
    await core.call('session.changePassword', { password: NEW_PASSWORD, confirmation: NEW_PASSWORD });
    await core.stop();
    await bench.operator.control.setFaults({ offline: true });
    const offline = await bench.core();
    await expect(signIn(offline, bench.credentials.password)).rejects.toEqual(
      refusal('offline-password-wrong'),
    );
    expect(await signIn(offline, NEW_PASSWORD)).toMatchObject({ mode: 'offline' });
  });

  it('is all that a temporary password allows', async () => {
    const core = await bench.core();
    const temporary = await temporaryPassword(core);
    expect(await core.call('session.state', undefined)).toMatchObject({ temporaryPasswordSent: true });
    expect(await signIn(core, temporary)).toMatchObject({ phase: 'password-change', mode: 'online' });
    await expect(core.call('account.get', undefined)).rejects.toEqual(refusal('password-change-required'));
    const view = await core.call('session.changePassword', {
      password: NEW_PASSWORD,
      confirmation: NEW_PASSWORD,
    });
    expect(view).toMatchObject({ phase: 'signed-in', temporaryPasswordSent: false });
    await core.idle();
  });

  it('refuses an expired temporary password with the reason', async () => {
    const core = await bench.core();
    const temporary = await temporaryPassword(core);
    bench.operator.time.value += 25 * 3_600_000;
    await expect(signIn(core, temporary)).rejects.toEqual(refusal('temporary-password-expired'));
  });
});

describe('a cache closed by an older password', () => {
  /** The password was changed where this machine did not see it. */
  async function changedElsewhere(): Promise<void> {
    await (await bench.synced()).stop();
    const elsewhere = await bench.core({ folder: join(bench.folder, 'elsewhere') });
    await signIn(elsewhere, bench.credentials.password);
    await elsewhere.call('session.changePassword', { password: NEW_PASSWORD, confirmation: NEW_PASSWORD });
    await elsewhere.stop();
  }

  it('is opened by the keyring and closed by the new password', async () => {
    await changedElsewhere();
    const core = await bench.core();
    expect(await signIn(core, NEW_PASSWORD)).toMatchObject({ phase: 'signed-in' });
    await core.idle();
    await core.stop();
    bench.keyring.state.present = false;
    await bench.operator.control.setFaults({ offline: true });
    expect(await signIn(await bench.core(), NEW_PASSWORD)).toMatchObject({ mode: 'offline' });
  });

  it('without a keyring is opened by the old password', async () => {
    bench.keyring.state.present = false;
    await changedElsewhere();
    const core = await bench.core();
    expect(await signIn(core, NEW_PASSWORD)).toMatchObject({ phase: 'cache-locked', mode: 'online' });
    await expect(core.call('account.get', undefined)).rejects.toEqual(refusal('cache-key-mismatch'));
    await expect(core.call('session.openWithOldPassword', { password: 'wrong-1' })).rejects.toEqual(
      refusal('cache-key-mismatch'),
    );
    const view = await core.call('session.openWithOldPassword', { password: bench.credentials.password });
    expect(view).toMatchObject({ phase: 'signed-in', mode: 'online' });
    await core.idle();
    await core.stop();
    await bench.operator.control.setFaults({ offline: true });
    expect(await signIn(await bench.core(), NEW_PASSWORD)).toMatchObject({ mode: 'offline' });
  });

  it.skipIf(!existsSync('/dev/full'))('tells a full disk from a wrong password', async () => {
    bench.keyring.state.present = false;
    await changedElsewhere();
    const core = await bench.core();
    await signIn(core, NEW_PASSWORD);
    const [keyFile] = filesLike('.key');
    symlinkSync('/dev/full', join(bench.folder, `${keyFile}.part`));
    await expect(core.call('session.openWithOldPassword', { password: 'wrong-1' })).rejects.toEqual(
      refusal('disk-full'),
    );
  });

  it('or is set aside, with its key, and a new one begins', async () => {
    bench.keyring.state.present = false;
    await changedElsewhere();
    const [old] = filesLike('.db');
    const bytes = readFileSync(join(bench.folder, old as string));
    const core = await bench.core();
    await signIn(core, NEW_PASSWORD);
    expect(await core.call('session.startNewCache', undefined)).toMatchObject({ phase: 'signed-in' });
    await core.idle();
    const aside = filesLike('.locked-');
    expect(aside.map((name) => name.replace(/.*\.(db|key)\.locked-.*/, '$1')).sort()).toEqual(['db', 'key']);
    expect(readFileSync(join(bench.folder, aside.find((name) => name.includes('.db')) as string))).toEqual(
      bytes,
    );
  });
});
