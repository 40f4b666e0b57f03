import { setTimeout as pause } from 'node:timers/promises';
import { createApi } from '../../../src-main/operator/testing/client';
import { CabinetError } from '../../../src-shared/bridge/errors';
import { noHalves, same, sound } from './checks';
import type { Computer } from './computer';

/** Longest time that the core is left alone: the operator, a derived key and a file take less. */
const LONGEST_MS = 600;
const OTHER = 'Drugoj-2018';

/**
 * Kills the core while the password is changed and the key of the cache is closed by the new one. The old or the new
 * password opens the cache without the operator; the one that the operator knows opens it in the end.
 */
export async function killedPasswordChange(computer: Computer): Promise<void> {
  const { world, synced, call, kill, startCore, phone, password: old } = computer;
  await synced();
  const { databasePath } = await computer.access();
  const answered = call('session.changePassword', { password: OTHER, confirmation: OTHER }).catch(
    () => undefined,
  );
  await Promise.race([pause(world.below(LONGEST_MS)), answered]);
  await kill();

  await world.operator.control.setFaults({ offline: true });
  await startCore();
  noHalves(computer.data);
  const offline = [await opens(computer, OTHER), await opens(computer, old)];
  same('one of both passwords opens the cache offline', offline.includes(true), true);
  same('the cache that was opened', (await computer.access()).databasePath, databasePath);
  await computer.hasRows('after a change of the password, offline');
  await kill();
  await world.operator.control.setFaults({ offline: false });

  const changed = await operatorTakes(computer, OTHER);
  await startCore();
  const { phase } = await call('session.signInByPassword', { phone, password: changed ? OTHER : old });
  if (phase === 'cache-locked') await call('session.openWithOldPassword', { password: old });
  const access = await computer.access();
  same('the cache that was opened', access.databasePath, databasePath);
  await sound(access, 'after a change of the password');
  // As it was, for whoever comes next.
  if (changed) await call('session.changePassword', { password: old, confirmation: old });
}

/** Whether this password opens what is here, without the operator. */
async function opens({ call, phone }: Computer, password: string): Promise<boolean> {
  try {
    const { phase } = await call('session.signInByPassword', { phone, password });
    return phase === 'signed-in';
  } catch (error) {
    if (error instanceof CabinetError && error.code === 'offline-password-wrong') return false;
    throw error;
  }
}

async function operatorTakes({ world, phone }: Computer, password: string): Promise<boolean> {
  const asked = { method: 'password', phone, password };
  return (await createApi(world.operator.url).call('POST', '/sessions', asked)).ok;
}
