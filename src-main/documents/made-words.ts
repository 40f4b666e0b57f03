import { formatInstant, type Instant } from '../../src-shared/domain/period';
import type { FileFacts } from './model';

/** What a document says at its foot: as of when its data is, and when it was made. */
export function madeWords({ madeAt, asOf, settled = false }: FileFacts): string[] {
  const dataAsOf = (at: Instant | null) => `данные на ${at === null ? '—' : formatInstant(at)}`;
  if (settled) return [dataAsOf(madeAt)];
  return [...(asOf === undefined ? [] : [dataAsOf(asOf)]), `сформировано ${formatInstant(madeAt)}`];
}
