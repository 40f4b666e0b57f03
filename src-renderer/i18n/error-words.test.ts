import { expect, it } from 'vitest';
import { CabinetError } from '../../src-shared/bridge/errors';
import { describeError } from './error-words';
import { translator } from './translate';

it.each(['ru', 'en'] as const)('puts what is known of a fault into its words (%s)', (language) => {
  const t = translator[language];
  const tooLarge = describeError(new CabinetError('preview-too-large', { rows: 41_234, most: 5_000 }), t);
  expect(tooLarge.what).toMatch(/41.234/);
  expect(tooLarge.action).toMatch(/5.000/);
  expect(describeError(new CabinetError('disk-full', { file: 'a.pdf' }), t).what).not.toContain('{');
});
