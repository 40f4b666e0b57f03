import { expect, it } from 'vitest';
import { sipPasswordSchema } from '../../../src-shared/domain/subscriber-changes';
import { makeSipPassword } from './make-password';

it('makes passwords that the operator accepts, each another one', () => {
  const made = Array.from({ length: 50 }, () => makeSipPassword());
  expect(new Set(made).size).toBe(50);
  for (const password of made) expect(sipPasswordSchema.safeParse(password).success).toBe(true);
});

it('tries again until all kinds of characters are there', () => {
  // Letters first, as if chance had brought no digit; the second try has one.
  const bytes = [
    ...Array<number>(8).fill(0),
    ...Array<number>(8).fill(30),
    ...Array<number>(5).fill(0),
    ...Array<number>(5).fill(30),
    ...Array<number>(6).fill(50),
  ];
  const password = makeSipPassword((target) => {
    target[0] = bytes.shift() ?? 0;
  });
  expect(password).toMatch(/^A{5}g{5}4{6}$/);
});
