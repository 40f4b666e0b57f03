import { Button, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatSum } from '../../../src-shared/domain/money';
import { dayOf } from '../../../src-shared/domain/period';
import {
  feeThisMonth,
  offersToAdd,
  offerThisMonth,
  type ServiceFacts,
  type ServiceToAdd,
} from '../../../src-shared/domain/service-rules';
import type { ServiceOffer } from '../../../src-shared/domain/subscriber-changes';
import { Changes } from '../../components/command/changes';
import { CommandStage, Outcome } from '../../components/command/outcome';
import { ExportMenu } from '../../components/export-menu';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState } from '../../components/states';
import { DataTable } from '../../components/table/data-table';
import type { Column } from '../../components/table/types';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import { useCommandFlow } from '../../state/commands';
import { goBack, replaceRoute } from '../../state/navigation';
import { useOperatorNow } from '../../state/sync';
import { BarNote } from './bar-note';
import { barWords } from './bar-words';

type AddServiceProps = { subscriberId: number; facts: ServiceFacts };

/** «Добавление услуг»: the plan's services with prices and conditions, a look at the change, the operator's answer. */
export function AddService({ subscriberId, facts }: AddServiceProps) {
  const t = useT();
  const flow = useCommandFlow();
  const choices = useMemo(() => offersToAdd(facts), [facts]);
  const [chosen, setChosen] = useState<ServiceToAdd | null>(null);
  const [confirming, setConfirming] = useState(false);
  const toList = () => replaceRoute('service-list', { subscriberId });
  const list = <PageButtons menu={false} next={{ label: t('services.again'), onClick: toList }} />;
  return (
    <CommandStage
      flow={flow}
      meanwhile={list}
      done={() => (
        <>
          <Outcome tone="good" title={t('services.added', { title: chosen?.offer.title ?? '' })} />
          {list}
        </>
      )}
    >
      {confirming && chosen ? (
        <Confirm
          offer={chosen.offer}
          busy={flow.phase === 'storing'}
          onBack={() => setConfirming(false)}
          onSend={() => flow.send({ kind: 'add-service', body: { subscriberId, code: chosen.offer.code } })}
        />
      ) : (
        <Choose
          choices={choices}
          chosen={chosen}
          onChoose={setChosen}
          onNext={() => setConfirming(true)}
          subscriberId={subscriberId}
        />
      )}
    </CommandStage>
  );
}

type ChooseProps = {
  choices: readonly ServiceToAdd[];
  chosen: ServiceToAdd | null;
  onChoose: (choice: ServiceToAdd | null) => void;
  onNext: () => void;
  subscriberId: number;
};

function Choose({ choices, chosen, onChoose, onNext, subscriberId }: ChooseProps) {
  const t = useT();
  const today = dayOf(useOperatorNow());
  const columns = useMemo(
    (): Column<ServiceToAdd>[] => [
      {
        id: 'title',
        title: t('services.title'),
        type: 'text',
        value: ({ offer }) => offer.title,
        width: 300,
        growTo: 360,
        hideable: false,
      },
      {
        id: 'monthlyGross',
        title: t('services.monthly'),
        type: 'sum',
        value: ({ offer }) => offer.monthlyGross,
        width: 120,
      },
      {
        id: 'thisMonth',
        title: t('services.thisMonth'),
        type: 'charge',
        value: ({ offer }) => offerThisMonth(offer, today),
        width: 120,
      },
      {
        id: 'oneTimeGross',
        title: t('services.oneTime'),
        type: 'sum',
        value: ({ offer }) => offer.oneTimeGross,
        width: 120,
      },
      {
        id: 'restriction',
        title: t('services.restriction'),
        type: 'text',
        value: ({ bar }) => (bar ? bar.bar : null),
        words: ({ bar }) => (bar ? barWords(bar, t) : ''),
        width: 260,
        growTo: 480,
      },
      {
        id: 'description',
        title: t('services.description'),
        type: 'text',
        value: ({ offer }) => offer.description,
        width: 420,
        growTo: 900,
      },
    ],
    [t, today],
  );
  const ready = chosen !== null && chosen.bar === null;
  return (
    <>
      <Text>{t('services.chooseAdd')}</Text>
      <DataTable
        id="services-to-add"
        label={t('services.add')}
        columns={columns}
        rows={choices}
        selection="single"
        chosen={({ offer }) => offer.code === chosen?.offer.code}
        onChoose={onChoose}
        onActivate={(choice) => {
          onChoose(choice);
          if (choice.bar === null) onNext();
        }}
        tools={(screen) => (
          <ExportMenu
            document={() => ({ kind: 'service-choice', subscriberId, change: 'connect', ...screen })}
            disabled={choices.length === 0}
          />
        )}
        maxHeight="max(240px, 50vh)"
        empty={<EmptyState title={t('services.noneToAdd')} />}
      />
      {chosen?.bar && (
        <BarNote bar={chosen.bar} paper={{ subscriberId, code: chosen.offer.code, connect: true }} />
      )}
      <PageButtons menu={false} back next={{ disabled: !ready, onClick: onNext }} />
    </>
  );
}

type ConfirmProps = { offer: ServiceOffer; busy: boolean; onBack: () => void; onSend: () => void };

function Confirm({ offer, busy, onBack, onSend }: ConfirmProps) {
  const t = useT();
  const { days, total, sum } = feeThisMonth(offer.monthlyGross, dayOf(useOperatorNow()));
  return (
    <WorkForm onSubmit={onSend} onEscape={onBack} wide>
      <Changes
        label={t('services.confirmAdd')}
        rows={[
          { label: offer.title, before: t('services.off'), after: t('services.on'), changed: true },
          {
            label: t('services.monthly'),
            before: formatSum(0),
            after: formatSum(offer.monthlyGross),
            changed: offer.monthlyGross > 0,
          },
          ...(offer.oneTimeGross > 0
            ? [
                {
                  label: t('services.oneTime'),
                  before: formatSum(0),
                  after: formatSum(offer.oneTimeGross),
                  changed: true,
                },
              ]
            : []),
        ]}
      />
      {offer.description && <Text>{offer.description}</Text>}
      <Text c="dimmed">
        {offer.monthlyGross > 0
          ? t('services.feeNote', { days, total, sum: formatSum(sum) })
          : t('services.freeNote')}
      </Text>
      <PageButtons
        menu={false}
        back={onBack}
        next={{ submit: true, label: t('services.doAdd'), loading: busy }}
      >
        <Button variant="subtle" color="gray" onClick={goBack}>
          {t('common.cancel')}
        </Button>
      </PageButtons>
    </WorkForm>
  );
}
