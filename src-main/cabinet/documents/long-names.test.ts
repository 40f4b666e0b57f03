import { afterAll, describe, expect, it } from 'vitest';
import { accountSchema } from '../../../src-shared/domain/account';
import { GUIDE_LINES } from '../../../src-shared/domain/testing/guide-page';
import { readPdf } from '../../documents/testing/read-pdf';
import { expectTidy } from '../../documents/testing/tidy-pages';
import { readAccount } from '../../store/read/account';
import { MONTH, NOW, openMonth } from '../testing/month-cache';
import { paperOf, pdfOf, pieces } from '../testing/read-papers';

/** As long as the operator may tell them; names of schools and of joint-stock companies are. */
const upTo = (length: number, text: string) => text.repeat(10).slice(0, length).trim();
const ORGANISATION = upTo(
  250,
  'Государственное учреждение образования «Средняя общеобразовательная школа № 12 имени героя» ',
);
const ADDRESS = upTo(300, '220000, Республика Беларусь, город Минск, улица Образцовая, дом 1, корпус 2, ');
const BANK = upTo(200, 'Открытое акционерное общество «Образцовый сберегательный банк», отделение ');
const SIGNATORY = upTo(120, 'Константинова-Белозерская Екатерина Александровна ');

describe('the longest requisites', () => {
  const cabinet = openMonth([{ name: 'Главный номер', lines: GUIDE_LINES }]);
  const account = readAccount(cabinet.cache);
  if (!account?.operator) throw new Error('no operator');
  cabinet.close();
  const names = { legalAddress: ADDRESS, bankName: BANK };
  const operator = {
    ...account.operator,
    ...names,
    name: ORGANISATION.replaceAll('школа', 'гимназия').slice(0, 250),
    signatory: { post: upTo(120, 'Заместитель начальника управления расчетов '), name: SIGNATORY },
  };
  const long = openMonth([{ name: 'Главный номер', lines: GUIDE_LINES }], {
    account: { ...names, organisation: ORGANISATION, operator },
  });
  afterAll(() => long.close());

  it.each(['invoice', 'act'] as const)('are whole in %s', async (kind) => {
    accountSchema.parse(readAccount(long.cache));
    const { pages } = await readPdf(await pdfOf(paperOf(long.cache, { kind, month: MONTH }, NOW).paper));
    expectTidy(pages);
    const drawn = pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join('');
    const { post, name } = operator.signatory;
    for (const words of [ORGANISATION, operator.name, ADDRESS, BANK, post, name])
      expect(drawn.replaceAll(/\s/g, '')).toContain(words.replaceAll(/\s/g, ''));
  });

  it('leave room at the foot of every page for when it was made', async () => {
    const { paper } = paperOf(long.cache, { kind: 'split', month: MONTH }, NOW);
    const feet = (await pieces(await pdfOf(paper))).map((page) => page.at(-1)?.join(' '));
    expect(feet.length).toBeGreaterThan(1);
    for (const foot of feet) {
      expect(foot).toMatch(/^Счет № 202105-012345 от 03\.06\.2021 /);
      expect(foot).toContain('· данные на 07.06.2021 10:00:00 · сформировано 07.06.2021 10:00:00 ');
    }
  });
});
