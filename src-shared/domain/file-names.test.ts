import { describe, expect, it } from 'vitest';
import { FIRST_TEMPLATE, fileName, type NameValues, nameFault } from './file-names';

const values: NameValues = {
  документ: 'Счет',
  период: 'май 2021',
  месяц: '2021-05',
  лс: '300012345',
  организация: 'ООО «Рога/Копыта»: "Юг"',
};

describe('names of files', () => {
  it('are made of the template; what a name may not hold is left out of the values', () => {
    expect(fileName(FIRST_TEMPLATE, values)).toBe('Счет 300012345 2021-05');
    expect(fileName('{организация} – {документ} ({период})', values)).toBe(
      'ООО «Рога Копыта» Юг – Счет (май 2021)',
    );
    expect(fileName('{документ} {лс}', { ...values, лс: '..' })).toBe('Счет');
  });

  it.each([
    [FIRST_TEMPLATE, null],
    ['', { code: 'empty' }],
    ['  ', { code: 'empty' }],
    ['{документ}/{месяц}?', { code: 'characters', characters: '/ ?' }],
    ['{документ}\u0007', { code: 'characters', characters: '\u0007' }],
    ['{документ} {год}', { code: 'placeholder', found: '{год}' }],
    ['{документ} {лс', { code: 'placeholder', found: '{' }],
    ['{месяц}', { code: 'no-document' }],
    ['{документ}.', { code: 'edge' }],
    [' {документ}', { code: 'edge' }],
    [`{документ} ${'ж'.repeat(130)}`, { code: 'too-long' }],
  ])('«%s» is told to be right or what is wrong with it', (template, fault) => {
    expect(nameFault(template, values)).toEqual(fault);
  });
});
