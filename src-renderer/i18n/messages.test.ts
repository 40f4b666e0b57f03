import { expect, it } from 'vitest';
import { cdrGroupings } from '../../src-shared/bridge/cabinet';
import { exportFormats } from '../../src-shared/bridge/export-formats';
import { exportViewSchema } from '../../src-shared/bridge/exports';
import { namePlaceholders } from '../../src-shared/domain/file-names';
import { filterFields } from '../screens/detalization/filters';
import { messages } from './messages';

const exportStates = exportViewSchema.shape.state.options;

/** Keys that are put together where they are used; «*» is the part that is told by data. */
const COMPUTED = [
  'account.format.*',
  'account.paymentForm.*',
  'appeal.status.*',
  'appeal.topic.*',
  'archive.*',
  'callCentre.day.*',
  'callCentre.distribution.*',
  'callCentre.distribution.*.about',
  'cdrs.chart.*',
  'cdrs.chart.axis.*',
  'cdrs.direction.*',
  'cdrs.filter.*',
  'cdrs.groups.*',
  'cdrs.kind.*',
  'cdrs.service.*',
  'cdrs.status.*',
  'cdrs.view.*',
  'cdrs.workClass.*',
  'cdrs.zone.*',
  'command.kind.*',
  'common.status.*',
  'delivery.carrier.*',
  'demo.size.*',
  'documents.*',
  'documents.*.about',
  'documents.state.*',
  'documents.state.*.hint',
  'errors.*.do',
  'errors.*.what',
  'evidence.kind.*',
  'exports.*',
  'exports.state.*',
  'guarantees.status.*',
  'installments.state.*',
  'invoiceFile.format.*',
  'invoices.status.*',
  'journal.state.*',
  'journal.view.*',
  'package.*',
  'package.counts.*',
  'package.fault.*',
  'package.format.*',
  'package.placeholder.*',
  'package.state.*',
  'package.step*',
  'pages.*',
  'paymentOrder.*',
  'paymentOrder.amountOf.*',
  'paymentOrder.fault.*',
  'paymentOrder.save.*',
  'plan.status.*',
  'services.bar.*',
  'services.state.*',
  'settings.runtime.*',
  'settings.secrets.*',
  'settings.theme.*',
  'signIn.category.*',
  'suspension.*',
  'suspension.status.*',
  'sync.online.*',
  'sync.stage.*',
  'sync.state.*',
  'workCalendar.kind.*',
];

/** Of families that hold other keys too: only these are put together. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  'archive.*': exportStates,
  'cdrs.chart.*': ['gross', 'duration', 'rows'],
  'cdrs.filter.*': filterFields,
  'cdrs.groups.*': cdrGroupings,
  'cdrs.view.*': cdrGroupings,
  'exports.*': [...exportFormats, ...exportStates],
  'package.*': exportStates,
  'package.placeholder.*': namePlaceholders,
  'suspension.*': ['connection', 'closed'],
};

const sources = Object.entries(
  import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }),
)
  .filter(([path]) => !/\.test\.tsx?$|\/(ru|en)\/[\w-]+\.ts$/.test(path))
  .map(([, text]) => text)
  .join('\n');

const literals = new Set([...sources.matchAll(/['"]([\w.-]+)['"]/g)].map(([, text]) => text));

const escaped = (text: string) => text.replace(/[.]/g, '\\.');

it('every key of the dictionary is used', () => {
  const computed = COMPUTED.map((family) => {
    const part = ONLY[family]?.join('|') ?? '[\\w-]+';
    return new RegExp(`^${escaped(family).replace('*', `(${part})`)}$`);
  });
  const unused = Object.keys(messages.ru).filter(
    (key) => !literals.has(key) && !computed.some((family) => family.test(key)),
  );
  expect(unused).toEqual([]);
});

it('no family of keys outlives its use', () => {
  const gone = COMPUTED.filter(
    (family) => !new RegExp(`\`${escaped(family).replace('*', '\\$\\{[^}]+\\}')}\``).test(sources),
  );
  expect(gone).toEqual([]);
});

it.each(['ru', 'en'] as const)('what is to be pressed is named as on its button (%s)', (language) => {
  const words: string[] = Object.values(messages[language]);
  const named = words.flatMap((text) => [...text.matchAll(/(?:нажмите|press) [«“]([^»”]+)[»”]/gi)]);
  expect(named.length).toBeGreaterThan(2);
  expect(named.map(([, button]) => button).filter((button) => !words.includes(button ?? ''))).toEqual([]);
});
