import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const held = { text: '' };
const clipboard = {
  readText: vi.fn(async () => held.text),
  writeText: vi.fn(async (text: string) => {
    held.text = text;
  }),
};
vi.mock('electron', () => ({ clipboard }));
const { createSecretClipboard } = await import('./secret-clipboard');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('holds a secret for half a minute', async () => {
  await createSecretClipboard().copy('Sekretnyj1');
  await vi.advanceTimersByTimeAsync(29_999);
  expect(held.text).toBe('Sekretnyj1');
  await vi.advanceTimersByTimeAsync(1);
  expect(held.text).toBe('');
});

it('clears it when asked, and leaves alone what was copied after it', async () => {
  const secrets = createSecretClipboard();
  await secrets.copy('Sekretnyj1');
  await secrets.clear();
  expect(held.text).toBe('');
  await secrets.copy('Sekretnyj2');
  held.text = 'something else';
  await secrets.clear();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(held.text).toBe('something else');
});
