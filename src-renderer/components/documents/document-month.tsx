import type { ReactNode } from 'react';
import type { YearMonth } from '../../../src-shared/domain/period';
import { useT } from '../../i18n/use-t';
import { MonthSelect } from '../month-select';
import { TextSkeleton } from '../page';
import { ErrorState } from '../states';
import { DocumentList } from './document-list';
import { MonthStateNote } from './month-state-note';
import type { MonthDocumentsAnswer } from './use-month-documents';

type DocumentMonthProps = {
  answer: MonthDocumentsAnswer;
  onChoose: (month: YearMonth) => void;
  /** Above and below the list of documents. */
  before?: ReactNode;
  after?: ReactNode;
};

/** A month to choose, why it has no documents, and those that it has. */
export function DocumentMonth({ answer, onChoose, before, after }: DocumentMonthProps) {
  const t = useT();
  const { items, month, facts, fault } = answer;
  return (
    <>
      <MonthSelect
        label={t('documents.month')}
        items={items}
        value={month}
        onChange={onChoose}
        currentLabel={t('documents.current')}
      />
      {fault ? (
        <ErrorState {...fault} />
      ) : month === null || !facts ? (
        <TextSkeleton lines={8} />
      ) : (
        <>
          <MonthStateNote facts={facts} />
          {before}
          <DocumentList month={month} facts={facts} />
          {after}
        </>
      )}
    </>
  );
}
