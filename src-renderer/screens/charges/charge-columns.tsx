import { useMemo } from 'react';
import { type ChargeLine, chargeLineName } from '../../../src-shared/domain/billing';
import { type ChargePair, chargeChange } from '../../../src-shared/domain/charge-pairs';
import { formatGroupedCharge } from '../../../src-shared/domain/money';
import type { Column } from '../../components/table/types';
import { useT } from '../../i18n/use-t';
import { CallsLink } from './calls-link';

/** «+12,40» of a growth; a fall has the minus of every negative sum. */
const changeWords = (change: number): string => `${change > 0 ? '+' : ''}${formatGroupedCharge(change)}`;

/**
 * Columns of «Начисления за период»; their ids are the export's.
 * @param compared adds «Прошлый месяц» and «Изменение»; taxes make room for them at first
 */
export function useChargeColumns(
  compared: boolean,
  onCalls: (line: ChargeLine) => void,
): readonly Column<ChargePair>[] {
  const t = useT();
  return useMemo(() => {
    const columns: Column<ChargePair>[] = [
      {
        id: 'title',
        title: t('charges.line'),
        type: 'text',
        value: (pair) => chargeLineName(pair.line ?? pair.previous),
        width: 244,
        growTo: 420,
        hideable: false,
        mark: ({ line }) =>
          line?.usage && <CallsLink label={t('charges.toCdrs')} onClick={() => onCalls(line)} />,
      },
      {
        id: 'monthlyGross',
        title: t('charges.monthly'),
        type: 'charge',
        value: ({ line }) => line?.monthlyGross,
        width: 108,
        hiddenAtFirst: true,
      },
      { id: 'net', title: t('charges.net'), type: 'charge', value: ({ line }) => line?.net },
      {
        id: 'vatRate',
        title: t('charges.vatRate'),
        type: 'percent',
        value: ({ line }) => line?.vatRate,
        hiddenAtFirst: compared,
        width: 76,
      },
      {
        id: 'vat',
        title: t('charges.vat'),
        type: 'charge',
        value: ({ line }) => line?.vat,
        hiddenAtFirst: compared,
      },
      {
        id: 'localTax',
        title: t('charges.localTax'),
        type: 'charge',
        value: ({ line }) => line?.localTax,
        hiddenAtFirst: compared,
        width: 86,
      },
      {
        id: 'gross',
        title: t('charges.gross'),
        type: 'charge',
        value: ({ line }) => line?.gross,
        width: 118,
      },
    ];
    const comparison: Column<ChargePair>[] = [
      {
        id: 'previousGross',
        title: t('compare.previous'),
        type: 'charge',
        value: ({ previous }) => previous?.gross,
        width: 110,
      },
      {
        id: 'change',
        title: t('compare.change'),
        type: 'charge',
        value: chargeChange,
        words: (pair) => changeWords(chargeChange(pair)),
        sortBy: chargeChange,
        width: 110,
      },
    ];
    return compared ? [...columns, ...comparison] : columns;
  }, [t, compared, onCalls]);
}
