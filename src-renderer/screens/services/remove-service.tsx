import { Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatSum } from '../../../src-shared/domain/money';
import {
  type ServiceFacts,
  type ServiceToRemove,
  servicesToRemove,
} from '../../../src-shared/domain/service-rules';
import { Changes } from '../../components/command/changes';
import { RuleNote } from '../../components/command/notes';
import { CommandStage, Outcome } from '../../components/command/outcome';
import { ExportMenu } from '../../components/export-menu';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState } from '../../components/states';
import { DataTable } from '../../components/table/data-table';
import type { Column } from '../../components/table/types';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import { useCommandFlow } from '../../state/commands';
import { replaceRoute } from '../../state/navigation';
import { BarNote } from './bar-note';
import { barWords } from './bar-words';

type RemoveServiceProps = { subscriberId: number; facts: ServiceFacts };

/** «Удаление услуг»: what can go, what ends with it, the operator's answer. */
export function RemoveService({ subscriberId, facts }: RemoveServiceProps) {
  const t = useT();
  const flow = useCommandFlow();
  const choices = useMemo(() => servicesToRemove(facts), [facts]);
  const [chosen, setChosen] = useState<ServiceToRemove | null>(null);
  const [confirming, setConfirming] = useState(false);
  const toList = () => replaceRoute('service-list', { subscriberId });
  const list = <PageButtons menu={false} next={{ label: t('services.again'), onClick: toList }} />;
  const columns = useMemo(
    (): Column<ServiceToRemove>[] => [
      {
        id: 'title',
        title: t('services.title'),
        type: 'text',
        value: ({ service }) => service.title,
        width: 340,
        growTo: 440,
        hideable: false,
      },
      {
        id: 'connectedAt',
        title: t('services.connectedAt'),
        type: 'instant',
        value: ({ service }) => service.connectedAt,
      },
      {
        id: 'monthlyGross',
        title: t('services.monthly'),
        type: 'sum',
        value: ({ service }) => service.monthlyGross,
        width: 120,
      },
      {
        id: 'restriction',
        title: t('services.restriction'),
        type: 'text',
        value: ({ bar }) => (bar ? bar.bar : null),
        words: ({ bar }) => (bar ? barWords(bar, t) : ''),
        width: 300,
        growTo: 640,
      },
    ],
    [t],
  );
  const ready = chosen !== null && chosen.bar === null;
  return (
    <CommandStage
      flow={flow}
      meanwhile={list}
      done={() => (
        <>
          <Outcome tone="good" title={t('services.removed', { title: chosen?.service.title ?? '' })} />
          {list}
        </>
      )}
    >
      {confirming && chosen ? (
        <WorkForm
          wide
          onEscape={() => setConfirming(false)}
          onSubmit={() =>
            flow.send({
              kind: 'remove-service',
              body: { subscriberId, serviceId: chosen.service.id },
            })
          }
        >
          <Changes
            label={t('services.confirmRemove')}
            rows={[
              {
                label: chosen.service.title,
                before: t('services.on'),
                after: t('services.offAfter'),
                changed: true,
              },
              {
                label: t('services.monthly'),
                before: formatSum(chosen.service.monthlyGross),
                after: formatSum(0),
                changed: chosen.service.monthlyGross > 0,
              },
            ]}
          />
          {chosen.offer?.removalNote && <RuleNote title={chosen.offer.removalNote} />}
          {chosen.service.monthlyGross > 0 && <Text c="dimmed">{t('services.removeNote')}</Text>}
          <PageButtons
            menu={false}
            back={() => setConfirming(false)}
            next={{ submit: true, label: t('services.doRemove'), loading: flow.phase === 'storing' }}
          />
        </WorkForm>
      ) : (
        <>
          <Text>{t('services.chooseRemove')}</Text>
          <DataTable
            id="services-to-remove"
            label={t('services.remove')}
            columns={columns}
            rows={choices}
            selection="single"
            chosen={({ service }) => service.id === chosen?.service.id}
            onChoose={setChosen}
            onActivate={(choice) => {
              setChosen(choice);
              if (choice.bar === null) setConfirming(true);
            }}
            tools={(screen) => (
              <ExportMenu
                document={() => ({ kind: 'service-choice', subscriberId, change: 'disconnect', ...screen })}
                disabled={choices.length === 0}
              />
            )}
            maxHeight="max(240px, 50vh)"
            empty={<EmptyState title={t('services.noneToRemove')} />}
          />
          {chosen?.bar && (
            <BarNote bar={chosen.bar} paper={{ subscriberId, code: chosen.service.code, connect: false }} />
          )}
          <PageButtons menu={false} back next={{ disabled: !ready, onClick: () => setConfirming(true) }} />
        </>
      )}
    </CommandStage>
  );
}
