import { QueryObserver } from '@tanstack/react-query';
import { beforeEach, expect, it, vi } from 'vitest';
import type { CommandView } from '../../src-shared/bridge/commands';
import type { SessionView } from '../../src-shared/bridge/session';
import { takeCommand, useCommands } from './commands';
import { askPassword, useExpiry } from './expiry';
import { useExports } from './exports';
import { navigate, routeNow, useNavigation } from './navigation';
import { queryClient } from './procedures';
import { HOME } from './routes';
import { setSession, useSessionStore } from './session';

const PHONE = '375291000001';
const MONTHS = ['cdrs.months', { subscriberId: 1 }] as const;

/** Calls of the page, with what answers them. */
const asked = new Map<string, ((value: unknown) => void)[]>();
const answer = (name: string) => {
  for (const resolve of asked.get(name)?.splice(0) ?? []) resolve({ ok: true, value: { items: [] } });
};
vi.stubGlobal('window', {
  cabinet: {
    call: new Proxy(
      {},
      {
        get: (_, name: string) => () =>
          new Promise((resolve) => asked.set(name, [...(asked.get(name) ?? []), resolve])),
      },
    ),
  },
});

const OUTSIDE: SessionView = {
  phase: 'signed-out',
  account: null,
  mode: null,
  method: null,
  secretsKept: true,
  cacheForVisit: false,
  temporaryPasswordSent: false,
  locked: null,
};
const LOCKED: SessionView = { ...OUTSIDE, locked: { phone: PHONE, unsent: false } };
const inside = (phone = PHONE): SessionView => ({
  ...OUTSIDE,
  phase: 'signed-in',
  account: { number: `account of ${phone}`, organisation: '', phone },
  mode: 'online',
  method: 'password',
});
const shown = () => useSessionStore.getState().session;
const moment = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A screen that shows something is open when the account is locked; a screen that asks is gone then. */
async function lockOverAScreen(): Promise<void> {
  setSession(inside());
  const screen = new QueryObserver(queryClient, { queryKey: MONTHS, queryFn: async () => 'secret' });
  const leave = screen.subscribe(() => {});
  await moment();
  setSession(LOCKED);
  leave();
}

beforeEach(() => {
  setSession(OUTSIDE);
  asked.clear();
});

it('a locked account is shown when what its screen had asked for is here anew', async () => {
  await lockOverAScreen();
  expect(shown()).toEqual(LOCKED);
  expect(queryClient.getQueryData(MONTHS)).toBeUndefined();
  setSession(inside());
  // The answer of the sign-in tells the same as the event before it.
  setSession(inside());
  await moment();
  expect(shown()).toEqual(LOCKED);
  expect(asked.get('cdrs.months')).toHaveLength(1);
  answer('cdrs.months');
  await moment();
  expect(shown()).toEqual(inside());
  expect(queryClient.getQueryData(MONTHS)).toEqual({ items: [] });
});

it('… and without it when that takes long', async () => {
  await lockOverAScreen();
  setSession(inside());
  await vi.waitFor(() => expect(shown()).toEqual(inside()));
  expect(queryClient.getQueryData(MONTHS)).toBeUndefined();
});

it('an account that is locked again meanwhile is not shown', async () => {
  await lockOverAScreen();
  setSession(inside());
  setSession(LOCKED);
  answer('cdrs.months');
  await moment();
  expect(shown()).toEqual(LOCKED);
});

it('for another account nothing is asked that the locked one had shown', async () => {
  await lockOverAScreen();
  setSession(inside('375291000002'));
  expect(shown()).toEqual(inside('375291000002'));
  expect(asked.get('cdrs.months')).toBeUndefined();
});

it('the way that was gone in one account is not gone back in another', () => {
  setSession(inside());
  navigate('subscriber-cdrs', { subscriberId: 7, month: '2021-05', narrow: { party: '375296667788' } });
  setSession(OUTSIDE);
  setSession(inside());
  expect(routeNow().page).toBe('subscriber-cdrs');
  setSession(OUTSIDE);
  setSession(inside('375291000002'));
  expect(useNavigation.getState()).toEqual({ steps: [HOME], at: 0, chosenSubscriber: null });
});

it('whoever has just signed in is not asked for the password of a session that ended before', () => {
  setSession(inside());
  askPassword();
  setSession({ ...inside(), mode: 'offline' });
  expect(useExpiry.getState().asking).toBe(true);
  setSession(LOCKED);
  // The last word of a sync that was stopped by the lock.
  askPassword();
  setSession(inside());
  expect(useExpiry.getState().asking).toBe(false);
});

it('what nobody has seen yet is still to be seen after the lock, by the same account alone', async () => {
  const lockAndOpen = async (phone: string) => {
    for (const session of [LOCKED, inside(phone)]) {
      setSession(session);
      answer('exports.list');
      await moment();
    }
  };
  setSession(inside());
  takeCommand({ id: 1, state: 'rejected' } as CommandView);
  useExports.setState({ unseen: 2 });
  await lockAndOpen(PHONE);
  expect(useCommands.getState()).toEqual({ heard: {}, watched: [], unseen: 1 });
  expect(useExports.getState().unseen).toBe(2);
  await lockAndOpen('375291000002');
  expect(useCommands.getState().unseen).toBe(0);
  expect(useExports.getState().unseen).toBe(0);
});
