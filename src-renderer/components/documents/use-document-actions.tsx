import { IconCash, IconFileText } from '@tabler/icons-react';
import { formatsOf } from '../../../src-shared/bridge/export-formats';
import { monthDocuments } from '../../../src-shared/bridge/exports';
import type { Invoice } from '../../../src-shared/domain/billing';
import { useT } from '../../i18n/use-t';
import { startExport } from '../../state/exports';
import { navigate } from '../../state/navigation';
import { openPreview } from '../../state/preview';
import type { RowAction } from '../table/types';

/** «Счет», «Акт», «Ведомость НДС» and «Платежное поручение» in an invoice's menu. */
export function useDocumentActions(): RowAction<Invoice>[] {
  const t = useT();
  return [
    ...monthDocuments.map(
      (kind): RowAction<Invoice> => ({
        id: kind,
        label: t(`documents.${kind}`),
        icon: <IconFileText size={16} />,
        run: [
          {
            id: 'preview',
            label: t('preview.openAndPrint'),
            run: ({ month }) => openPreview({ kind, month }),
          },
          ...formatsOf(kind).map((format) => ({
            id: format,
            label: t(`exports.${format}`),
            run: ({ month }: Invoice) => void startExport({ kind, month }, format),
          })),
        ],
      }),
    ),
    {
      id: 'payment-order',
      label: t('documents.payment-order'),
      icon: <IconCash size={16} />,
      run: ({ month }) => navigate('payment-order', { month }),
    },
  ];
}
