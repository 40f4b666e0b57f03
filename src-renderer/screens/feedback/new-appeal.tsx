import { Button, Select, Text } from '@mantine/core';
import { formatPhone } from '../../../src-shared/domain/phone';
import { type Appeal, appealTopics } from '../../../src-shared/domain/requests';
import { OfflineNote, PendingNotice } from '../../components/command/notes';
import { CommandStage, Outcome } from '../../components/command/outcome';
import { appealForm, EVIDENCE_MAX, emptyAppeal } from '../../components/evidence/appeal-draft';
import { EvidenceList } from '../../components/evidence/evidence-list';
import { Fact, FactList } from '../../components/facts';
import { fieldError } from '../../components/field-error';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { useTouched } from '../../components/use-touched';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import { useCommandFlow, usePending } from '../../state/commands';
import { useDraft } from '../../state/drafts';
import { useProcedure } from '../../state/procedures';
import { openAppeal, openFeedback } from './feedback-routes';
import { MessageField, messageFault } from './message-field';

/** «Новое обращение»: topic, text and what it is about. */
export function NewAppeal({ subscriberId = null }: { subscriberId?: number | null }) {
  const t = useT();
  const form = appealForm(subscriberId);
  const flow = useCommandFlow(form);
  const pending = usePending(['open-appeal'], (one) => one.subscriberId === subscriberId);
  const back = () => openFeedback(subscriberId);
  return (
    <Page
      title={t('pages.appeal-new')}
      intro={t(subscriberId === null ? 'account.menu.feedback' : 'subscriber.about.subscriber-feedback')}
    >
      <OfflineNote />
      <PendingNotice commands={pending} />
      <CommandStage
        flow={flow}
        meanwhile={<PageButtons menu={false} back={back} />}
        done={({ resultId }) => (
          <>
            <Outcome tone="good" title={t('appeal.opened')}>
              <Text>{t('appeal.openedHint')}</Text>
            </Outcome>
            <PageButtons menu={false} back={back}>
              {resultId !== null && (
                <Button variant="default" onClick={() => openAppeal(resultId, subscriberId)}>
                  {t('appeal.open')}
                </Button>
              )}
            </PageButtons>
          </>
        )}
      >
        <Form subscriberId={subscriberId} form={form} flow={flow} onBack={back} />
      </CommandStage>
    </Page>
  );
}

type FormProps = {
  subscriberId: number | null;
  form: string;
  flow: ReturnType<typeof useCommandFlow>;
  onBack: () => void;
};

function Form({ subscriberId, form, flow, onBack }: FormProps) {
  const t = useT();
  const touched = useTouched();
  const { value, change, clear, typed } = useDraft(form, emptyAppeal);
  const textFault = messageFault(value.text, t);
  const { topic } = value;
  const submit = () => {
    touched.all();
    if (topic === null || textFault) return false;
    flow.send({
      kind: 'open-appeal',
      body: { subscriberId, topic, text: value.text.trim(), evidence: [...value.evidence] },
    });
    return true;
  };
  return (
    <WorkForm onSubmit={submit} onEscape={onBack}>
      {subscriberId !== null && <About subscriberId={subscriberId} />}
      <Select
        label={t('appeal.topic')}
        placeholder={t('appeal.chooseTopic')}
        data={appealTopics.map((one) => ({ value: one, label: t(`appeal.topic.${one}`) }))}
        value={topic}
        onChange={(one) => one && change({ topic: one as Appeal['topic'] })}
        onBlur={() => touched.leave('topic')}
        allowDeselect={false}
        error={touched.shown('topic') && topic === null ? fieldError(t('signIn.required')) : null}
        styles={{ wrapper: { width: 340 } }}
      />
      <MessageField
        label={t('appeal.text')}
        value={value.text}
        onChange={(text) => change({ text })}
        onBlur={() => value.text !== '' && touched.leave('text')}
        fault={touched.shown('text') ? textFault : null}
      />
      <div>
        <Text fw={500}>{t('evidence.list')}</Text>
        {value.evidence.length > 0 && (
          <EvidenceList
            evidence={value.evidence}
            onRemove={(gone) => change({ evidence: value.evidence.filter((one) => one !== gone) })}
          />
        )}
        <Text size="sm" c="dimmed">
          {t('evidence.hint', { limit: EVIDENCE_MAX })}
        </Text>
      </div>
      <PageButtons
        menu={false}
        back={onBack}
        next={{ submit: true, label: t('appeal.send'), loading: flow.phase === 'storing' }}
      >
        {typed && (
          <Button variant="subtle" color="gray" onClick={clear}>
            {t('appeal.clear')}
          </Button>
        )}
      </PageButtons>
    </WorkForm>
  );
}

function About({ subscriberId }: { subscriberId: number }) {
  const t = useT();
  const { data } = useProcedure('subscribers.get', { id: subscriberId });
  return (
    <FactList>
      <Fact label={t('appeal.whom')}>
        {data && `${formatPhone(data.subscriber.number)}, ${data.subscriber.name}`}
      </Fact>
    </FactList>
  );
}
