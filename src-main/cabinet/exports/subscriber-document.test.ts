import { expect, it } from 'vitest';
import { sumMoney } from '../../../src-shared/domain/money';
import { createPdfWriter } from '../../documents/pdf/write-pdf';
import { memorySink } from '../../documents/testing/sample';
import { NOW, openMonth } from '../testing/month-cache';
import { fonts, moneyIn, pieces } from '../testing/read-papers';
import { makeDocument } from './make-document';

it('prints charges that add up to their total', async () => {
  // A third of a kopeck each is lost where every one is rounded by itself.
  const cabinet = openMonth(['Приёмная', 'Склад', 'Касса'].map((name) => ({ name, lines: [] })));
  cabinet.cache.statement('UPDATE subscribers SET current_charges = 12333').run();
  const made = makeDocument(cabinet.cache, { kind: 'subscribers', mask: '' }, NOW);
  const sink = memorySink();
  if ('document' in made) await createPdfWriter(fonts)(made.document, sink);
  cabinet.close();
  const printed = (await pieces(sink.bytes())).flat().flatMap(moneyIn);
  expect(printed.length).toBeGreaterThan(3);
  expect(sumMoney(printed.slice(0, -1))).toBe(printed.at(-1));
});
