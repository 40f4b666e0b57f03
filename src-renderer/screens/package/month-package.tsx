import { useState } from 'react';
import type { YearMonth } from '../../../src-shared/domain/period';
import { useMonthDocuments } from '../../components/documents/use-month-documents';
import { Page, TextSkeleton } from '../../components/page';
import { ErrorState } from '../../components/states';
import { useT } from '../../i18n/use-t';
import { startPackage } from '../../state/exports';
import { navigate, replaceRoute, routeNow } from '../../state/navigation';
import type { RouteParams } from '../../state/routes';
import { type PackageChoice, usePackageChoice } from './choice';
import { DocumentsStep } from './documents-step';
import { FilesStep } from './files-step';
import { ResultStep } from './result-step';

/** «Пакет за месяц»: which documents, where to and under which names, then what came of it. */
export function MonthPackage({ month: asked, step, id }: RouteParams<'month-package'>) {
  const t = useT();
  const answer = useMonthDocuments(asked ?? null);
  const [choice, setChoice] = usePackageChoice();
  const { items, month, facts, fault } = answer;
  const title = t('pages.month-package');
  if (id !== undefined) {
    return (
      <Page title={title}>
        <ResultStep id={id} />
      </Page>
    );
  }
  const number = step === 'files' ? 2 : 1;
  return (
    <Page title={title} intro={`${t('package.step', { number })} ${t(`package.step${number}`)}`}>
      {fault ? (
        <ErrorState {...fault} />
      ) : month === null || !facts ? (
        <TextSkeleton lines={8} />
      ) : step === 'files' ? (
        <Files month={month} ready={facts.state === 'ready'} choice={choice} onChange={setChoice} />
      ) : (
        <DocumentsStep
          items={items}
          month={month}
          facts={facts}
          choice={choice}
          onMonth={(other) => replaceRoute('month-package', { month: other })}
          onChange={setChoice}
          onNext={() => navigate('month-package', { month, step: 'files' })}
        />
      )}
    </Page>
  );
}

type FilesProps = {
  month: YearMonth;
  ready: boolean;
  choice: PackageChoice;
  onChange: (choice: PackageChoice) => void;
};

function Files({ month, ...step }: FilesProps) {
  const [busy, setBusy] = useState(false);
  return (
    <FilesStep
      {...step}
      month={month}
      busy={busy}
      onStart={async (request) => {
        const asked = routeNow();
        setBusy(true);
        const started = await startPackage(request);
        setBusy(false);
        // Whoever has gone on to another page stays there: a notice tells of the package.
        if (started && routeNow() === asked) navigate('month-package', { month, id: started });
      }}
    />
  );
}
