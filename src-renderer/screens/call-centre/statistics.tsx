import { monthOf } from '../../../src-shared/domain/period';
import { AsOf } from '../../components/freshness';
import { MonthSelect } from '../../components/month-select';
import { Page, TextSkeleton } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { useT } from '../../i18n/use-t';
import { navigate, replaceRoute } from '../../state/navigation';
import { faultOf, useProcedure } from '../../state/procedures';
import type { RouteParams } from '../../state/routes';
import { useOperatorNow } from '../../state/sync';
import styles from './call-centre.module.css';
import { DaysChart } from './days-chart';
import { DaysTable, OperatorsTable } from './statistics-tables';

/** Calls of the call centre in a month: answered, missed and busy, by day and by operator. */
export function CallCentreStatistics({ month: asked }: RouteParams<'call-centre-statistics'>) {
  const t = useT();
  const thisMonth = monthOf(useOperatorNow());
  const month = asked ?? thisMonth;
  const months = useProcedure('cdrs.months', { subscriberId: null });
  const calls = useProcedure('requests.callCentreCalls', { month });
  const fault = faultOf(months, calls);
  const { data } = calls;
  return (
    <Page
      title={t('pages.call-centre-statistics')}
      intro={t('callCentre.statisticsIntro')}
      actions={<AsOf at={data?.asOf} />}
      wide
    >
      {months.data && (
        <MonthSelect
          label={t('cdrs.monthShort')}
          items={months.data.items}
          value={month}
          onChange={(other) => replaceRoute('call-centre-statistics', { month: other })}
          currentLabel={t('cdrs.current')}
        />
      )}
      {fault ? (
        <ErrorState {...fault} />
      ) : !data ? (
        <TextSkeleton lines={8} />
      ) : data.operators.length === 0 ? (
        <EmptyState title={t('callCentre.noOperators')} hint={t('callCentre.noOperatorsHint')} />
      ) : data.days.length === 0 ? (
        <EmptyState title={t('statistics.none')} />
      ) : (
        <>
          <DaysChart days={data.days} />
          <div className={styles.columns}>
            <DaysTable days={data.days} month={month} />
            <OperatorsTable operators={data.operators} month={month} />
          </div>
        </>
      )}
      <PageButtons back={() => navigate('call-centre')} />
    </Page>
  );
}
