import { CommandStage, Outcome } from '../../components/command/outcome';
import { PageButtons } from '../../components/page-buttons';
import { useTouched } from '../../components/use-touched';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import { useCommandFlow } from '../../state/commands';
import { useDraft } from '../../state/drafts';
import { MessageField, messageFault } from './message-field';

/** One more message in a request. */
export function AnswerForm({ appealId, onBack }: { appealId: number; onBack: () => void }) {
  const t = useT();
  const form = `answer.${appealId}`;
  const flow = useCommandFlow(form);
  const touched = useTouched();
  const { value, change } = useDraft(form, { text: '' });
  const fault = messageFault(value.text, t);
  const submit = () => {
    touched.all();
    if (fault) return false;
    flow.send({ kind: 'answer-appeal', body: { appealId, text: value.text.trim() } });
    return true;
  };
  return (
    <CommandStage
      flow={flow}
      meanwhile={<PageButtons menu={false} back={onBack} />}
      done={() => (
        <>
          <Outcome tone="good" title={t('appeal.answered')} />
          <PageButtons menu={false} back={onBack} next={{ label: t('appeal.more'), onClick: flow.reset }} />
        </>
      )}
    >
      <WorkForm onSubmit={submit} onEscape={onBack}>
        <MessageField
          label={t('appeal.answer')}
          value={value.text}
          onChange={(text) => change({ text })}
          onBlur={() => value.text !== '' && touched.leave('text')}
          fault={touched.shown('text') ? fault : null}
        />
        <PageButtons
          menu={false}
          back={onBack}
          next={{ submit: true, label: t('appeal.send'), loading: flow.phase === 'storing' }}
        />
      </WorkForm>
    </CommandStage>
  );
}
