import { expect, it } from 'vitest';
import { procedures } from '../../src-shared/bridge/contract';
import { firstWords } from './first-words';
import { messages } from './messages';

const sources = import.meta.glob<string>('../**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** Imports that are there at run time and at once: neither of types nor on demand. */
const IMPORT = /^(?:import|export) (?!type\b)(?:[^;]*? from )?'(\.[^']+)';$/gm;

/** Own files that the page loads before it draws anything. */
function loadedAtOnce(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, name = ''] of sources[path]?.matchAll(IMPORT) ?? []) {
    const target = new URL(name, `file:///i18n/${path}`).pathname;
    const file = Object.keys(sources).find((known) =>
      ['.ts', '.tsx'].some((end) => new URL(known, 'file:///i18n/').pathname === target + end),
    );
    if (file) loadedAtOnce(file, found);
  }
  return found;
}

const escaped = (text: string) => text.replaceAll('.', '\\.');

/** Keys that a source names, whole or put together of a template. */
function keysIn(text: string): string[] {
  const literals = new Set([...text.matchAll(/'([\w.-]+)'/g)].map(([, key]) => key));
  const families = [...text.matchAll(/`([\w-]+\.[\w.-]*\$\{[^`]+)`/g)].map(
    ([, family = '']) =>
      new RegExp(`^${escaped(family.replaceAll(/\$\{[^}]+\}/g, '*')).replaceAll('*', '[\\w-]+')}$`),
  );
  return Object.keys(messages.ru).filter((key) => literals.has(key) || families.some((one) => one.test(key)));
}

it('the first page knows every word that it may use', () => {
  const first = [...loadedAtOnce('../main.tsx')].filter((path) => !/\/(ru|en)\//.test(path));
  expect(first).toContain('../screens/sign-in/sign-in.tsx');
  expect(first).not.toContain('../components/cabinet/cabinet.tsx');
  const used = new Set(first.flatMap((path) => keysIn(sources[path] ?? '')));
  expect(used).toContain('signIn.category.mobile');
  const known = (key: string) => key in firstWords.ru && key in firstWords.en;
  // Some procedures are named as some words are.
  expect([...used].filter((key) => !known(key) && !(key in procedures))).toEqual([]);
});
