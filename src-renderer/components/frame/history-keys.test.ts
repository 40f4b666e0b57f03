import { expect, it } from 'vitest';
import { historyStep } from './history-keys';

const key = (
  name: string,
  held: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey', boolean>>,
) => ({
  key: name,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});

it('Alt with an arrow goes through the pages', () => {
  expect(historyStep(key('ArrowLeft', { altKey: true }), false)).toBe('back');
  expect(historyStep(key('ArrowRight', { altKey: true }), false)).toBe('forward');
  for (const other of [
    key('ArrowLeft', {}),
    key('ArrowLeft', { altKey: true, ctrlKey: true }),
    key('ArrowLeft', { altKey: true, metaKey: true }),
    key('ArrowUp', { altKey: true }),
  ])
    expect(historyStep(other, false)).toBeNull();
});

it('on a Mac these keys go from word to word in a text: no page is left by them', () => {
  expect(historyStep(key('ArrowLeft', { altKey: true }), true)).toBeNull();
  expect(historyStep(key('ArrowRight', { altKey: true, shiftKey: true }), true)).toBeNull();
});
