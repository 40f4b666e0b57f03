import { Button, Title } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import { chargeLineName } from '../../../src-shared/domain/billing';
import { formatInteger } from '../../../src-shared/domain/money';
import { dayOf, formatDay, type YearMonth } from '../../../src-shared/domain/period';
import { amountInWords } from '../../../src-shared/domain/words';
import { DocumentMonth } from '../../components/documents/document-month';
import { MonthTables } from '../../components/documents/month-tables';
import { useMonthDocuments } from '../../components/documents/use-month-documents';
import { Fact, FactList } from '../../components/facts';
import { rublesInWords } from '../../components/figures';
import { AsOf } from '../../components/freshness';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState } from '../../components/states';
import { DataTable } from '../../components/table/data-table';
import type { Column } from '../../components/table/types';
import { useT } from '../../i18n/use-t';
import { navigate, replaceRoute } from '../../state/navigation';
import type { RouteParams } from '../../state/routes';

type Facts = ProcedureOutput<'documents.month'>;

/** «Документы за месяц»: what they will say, and the documents themselves. */
export function MonthDocuments({ month: asked }: RouteParams<'month-documents'>) {
  const t = useT();
  const answer = useMonthDocuments(asked ?? null);
  const { facts } = answer;
  return (
    <Page
      title={t('pages.month-documents')}
      intro={t('documents.intro')}
      actions={<AsOf at={facts?.asOf} />}
      wide
    >
      <DocumentMonth
        answer={answer}
        onChoose={(month) => replaceRoute('month-documents', { month })}
        before={facts && <InvoiceFacts facts={facts} />}
        after={
          facts &&
          answer.month !== null && (
            <>
              <MonthTables month={answer.month} />
              <Services facts={facts} month={answer.month} />
            </>
          )
        }
      />
      <PageButtons back>
        <Button
          variant="default"
          leftSection={<IconPackageExport size={16} aria-hidden />}
          onClick={() => navigate('month-package', answer.month === null ? {} : { month: answer.month })}
        >
          {t('pages.month-package')}
        </Button>
      </PageButtons>
    </Page>
  );
}

function InvoiceFacts({ facts: { invoice, bill, subscribers } }: { facts: Facts }) {
  const t = useT();
  return (
    <FactList>
      {invoice && (
        <>
          <Fact label={t('documents.invoiceFact')}>
            {t('documents.invoiceWords', {
              number: invoice.number,
              day: formatDay(dayOf(invoice.issuedAt)),
            })}
          </Fact>
          <Fact label={t('invoices.amountDue')}>{rublesInWords(invoice.amountDue, t)}</Fact>
          <Fact label={t('documents.inWords')}>{amountInWords(invoice.amountDue)}</Fact>
          <Fact label={t('invoices.dueOn')}>{formatDay(invoice.dueOn)}</Fact>
          <Fact label={t('invoices.status')}>{t(`invoices.status.${invoice.status}`)}</Fact>
        </>
      )}
      <Fact label={t('documents.bill')}>
        {t('documents.billWords', {
          gross: rublesInWords(bill.gross, t),
          vat: rublesInWords(bill.vat, t),
        })}
      </Fact>
      <Fact label={t('documents.subscribers')}>{formatInteger(subscribers)}</Fact>
    </FactList>
  );
}

/** The table that all documents of the month print. */
function Services({ facts: { services, totals }, month }: { facts: Facts; month: YearMonth }) {
  const t = useT();
  const columns = useMemo(
    (): Column<Facts['services'][number]>[] => [
      {
        id: 'title',
        title: t('documents.service'),
        type: 'text',
        value: (one) => chargeLineName({ ...one, days: null }),
        width: 320,
        hideable: false,
      },
      { id: 'net', title: t('charges.net'), type: 'charge', value: ({ net }) => net },
      { id: 'vatRate', title: t('charges.vatRate'), type: 'percent', value: ({ vatRate }) => vatRate },
      { id: 'vat', title: t('charges.vat'), type: 'charge', value: ({ vat }) => vat },
      { id: 'localTax', title: t('charges.localTax'), type: 'charge', value: ({ localTax }) => localTax },
      { id: 'gross', title: t('charges.gross'), type: 'charge', value: ({ gross }) => gross, width: 130 },
    ],
    [t],
  );
  return (
    <section>
      <Title order={2} mb={8}>
        {t('documents.services')}
      </Title>
      <DataTable
        id="month-services"
        of={month}
        label={t('documents.services')}
        columns={columns}
        rows={services}
        totals={{ label: t('documents.total'), values: totals }}
        maxHeight={420}
        empty={<EmptyState title={t('documents.none')} />}
      />
    </section>
  );
}
