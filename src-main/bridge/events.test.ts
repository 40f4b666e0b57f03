import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandView } from '../../src-shared/bridge/commands';
import { createEventQueue } from './events';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const sent: [string, unknown][] = [];
  const queue = createEventQueue((name, payload) => sent.push([name, payload]));
  return { ...queue, sent };
}
const command = (id: number, state: CommandView['state']) => ({ id, state }) as CommandView;

describe('events to the window', () => {
  it('wait for the page, then go at once', () => {
    const { emit, open, sent } = setUp();
    emit('menu.command', { command: 'search' });
    expect(sent).toEqual([]);
    open();
    emit('cache.changed', { sets: ['cdrs'] });
    expect(sent).toEqual([
      ['menu.command', { command: 'search' }],
      ['cache.changed', { sets: ['cdrs'] }],
    ]);
  });

  it('come as a few words however many there are, and nothing of them is lost', () => {
    const { emit, open, sent } = setUp();
    open();
    for (let n = 0; n < 10_000; n++) {
      emit('cache.changed', { sets: [n % 2 ? 'cdrs' : 'charges'] });
      emit('commands.changed', command(n % 3, n < 9_990 ? 'sending' : 'accepted'));
      if (n % 1000 === 0) vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(1000);
    expect(sent.length).toBeLessThan(12);
    expect(new Set(sent.flatMap(([, payload]) => (payload as { sets?: string[] }).sets ?? []))).toEqual(
      new Set(['cdrs', 'charges']),
    );
    const last = new Map(
      sent.filter(([name]) => name === 'commands.changed').map(([, one]) => [(one as CommandView).id, one]),
    );
    expect([...last.values()]).toEqual([0, 1, 2].map((id) => command(id, 'accepted')));
  });

  it('are all told to a page that listens, however many things they are about', () => {
    const { emit, open, sent } = setUp();
    open();
    for (let id = 0; id < 1000; id++) emit('commands.changed', command(id, 'accepted'));
    vi.advanceTimersByTime(1000);
    expect(sent.map(([, one]) => (one as CommandView).id)).toEqual(
      Array.from({ length: 1000 }, (_, id) => id),
    );
  });

  it('that must be told one by one are, and never before what was said earlier', () => {
    const { emit, open, sent } = setUp();
    open();
    emit('sync.status', { state: 'running' } as never);
    emit('sync.status', { state: 'idle' } as never);
    emit('menu.command', { command: 'back' });
    emit('menu.command', { command: 'back' });
    expect(sent.map(([name, payload]) => [name, Object.values(payload as object)[0]])).toEqual([
      ['sync.status', 'running'],
      ['sync.status', 'idle'],
      ['menu.command', 'back'],
      ['menu.command', 'back'],
    ]);
  });

  it('of a page that went away wait for the next one, in bounds', () => {
    const { emit, open, close, sent } = setUp();
    open();
    emit('cache.changed', { sets: ['cdrs'] });
    emit('cache.changed', { sets: ['charges'] });
    close();
    vi.advanceTimersByTime(1000);
    expect(sent).toHaveLength(1);
    for (let id = 0; id < 1000; id++) emit('commands.changed', command(id, 'accepted'));
    open();
    expect(sent).toHaveLength(201);
    expect(sent.at(-1)).toEqual(['commands.changed', command(999, 'accepted')]);
  });
});
