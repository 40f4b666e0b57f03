import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CallCentreSettings } from '../../../src-shared/domain/requests';
import { OfflineNote, PendingNotice } from '../../components/command/notes';
import { CommandStage, Outcome } from '../../components/command/outcome';
import { Fact, FactList } from '../../components/facts';
import { AsOf } from '../../components/freshness';
import { Page, TextSkeleton } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { useSubscribers } from '../../components/use-subscribers';
import { useT } from '../../i18n/use-t';
import { useCommandFlow, usePending } from '../../state/commands';
import { useDraft } from '../../state/drafts';
import { navigate } from '../../state/navigation';
import { useProcedure } from '../../state/procedures';
import styles from './call-centre.module.css';
import { ConfirmSettings } from './confirm-settings';
import { draftOf, noSettings, type SettingsDraft, settingsOf } from './settings-draft';
import { SettingsForm } from './settings-form';
import { settingsWords } from './settings-words';

const FORM = 'change-call-centre';

/** «Мобильный колл-центр»: what is set, «Изменить», statistics (guide §2). */
export function CallCentre() {
  const t = useT();
  const answer = useProcedure('requests.callCentre', undefined);
  return (
    <Page
      title={t('pages.call-centre')}
      intro={t('account.menu.call-centre')}
      actions={<AsOf at={answer.data?.asOf} />}
    >
      <OfflineNote />
      {answer.error ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : !answer.data ? (
        <TextSkeleton lines={8} />
      ) : answer.data.asOf === null ? (
        // What is set is not known yet: it must not be told, nor changed.
        <>
          <EmptyState title={t('common.asOfUnknown')} />
          <PageButtons />
        </>
      ) : (
        <Settings settings={answer.data.callCentre?.settings ?? noSettings} />
      )}
    </Page>
  );
}

function Settings({ settings }: { settings: CallCentreSettings }) {
  const t = useT();
  const flow = useCommandFlow(FORM);
  const pending = usePending([FORM]);
  const { value, change, clear, typed } = useDraft<SettingsDraft>(FORM, draftOf(settings));
  // Typing that was left comes back as it was.
  const [step, setStep] = useState<'view' | 'edit' | 'confirm'>(typed ? 'edit' : 'view');
  const view = () => {
    flow.reset();
    setStep('view');
  };
  return (
    <CommandStage
      flow={flow}
      meanwhile={<PageButtons back={view} />}
      done={() => (
        <>
          <Outcome tone="good" title={t('callCentre.done')} />
          <PageButtons back={view} />
        </>
      )}
    >
      <PendingNotice commands={pending} />
      {step === 'view' ? (
        <View settings={settings} onEdit={() => setStep('edit')} />
      ) : step === 'edit' ? (
        <SettingsForm
          draft={value}
          onChange={change}
          onNext={() => setStep('confirm')}
          onBack={view}
          onForget={() => {
            clear();
            view();
          }}
        />
      ) : (
        <ConfirmSettings
          current={settings}
          next={settingsOf(value)}
          busy={flow.phase === 'storing'}
          onBack={() => setStep('edit')}
          onSave={(body) => flow.send({ kind: FORM, body })}
        />
      )}
    </CommandStage>
  );
}

function View({ settings, onEdit }: { settings: CallCentreSettings; onEdit: () => void }) {
  const t = useT();
  const people = useSubscribers(settings.operatorIds);
  return (
    <>
      <FactList>
        {settingsWords(settings, people, t).map(({ label, words }) => (
          <Fact key={label} label={label}>
            {words && <span className={styles.lines}>{words}</span>}
          </Fact>
        ))}
      </FactList>
      <PageButtons next={{ label: t('delivery.change'), onClick: onEdit }}>
        <Button variant="default" onClick={() => navigate('call-centre-statistics', {})}>
          {t('pages.call-centre-statistics')}
        </Button>
      </PageButtons>
    </>
  );
}
