import { afterAll, describe, expect, it } from 'vitest';
import { createPublisher } from '../../feeds/publisher';
import { createFileStore } from '../../ledger/file-store';
import { openLedger } from '../../ledger/ledger';
import { minsk } from '../../testing/client';
import { createOrders } from './orders';

const ledger = openLedger(null);
afterAll(() => ledger.close());

describe('orders that wait', () => {
  it('are done in the order of their time, and the next one is known while another is due', () => {
    const publisher = createPublisher(ledger);
    const orders = createOrders({ ledger, publisher, files: createFileStore(ledger) });
    const noon = minsk('2021-12-31', 12);
    const letter = orders.add({ kind: 'invoice-email', month: '2021-11', emails: ['a@b.by'] }, noon);
    const file = orders.add({ kind: 'invoice-file', month: '2021-11', format: 'pdf' }, noon + 1_000);
    expect(orders.due(noon + 20_999)).toBeUndefined();
    expect(orders.nextAfter(noon)).toBe(noon + 21_000);
    // While the file is being made, the letter still has its time.
    expect(orders.due(noon + 21_000)?.id).toBe(file);
    expect(orders.nextAfter(noon + 21_000)).toBe(noon + 60_000);
    orders.fail(file, 'нет');
    expect(orders.due(noon + 60_000)?.id).toBe(letter);
    orders.finish(letter, { emails: ['a@b.by'], fileId: null });
    expect(orders.nextAfter(noon)).toBeNull();
  });
});
