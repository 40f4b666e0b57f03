import { type CdrGrouping, cdrGroupings } from '../../../src-shared/bridge/cabinet';
import { ChoiceSwitch } from '../../components/choice-switch';
import { useT } from '../../i18n/use-t';

type ViewSwitchProps = {
  /** Undefined: the list. */
  by: CdrGrouping | undefined;
  /** The whole account is shown: it can be told apart by subscriber. */
  whole: boolean;
  onChange: (by: CdrGrouping | undefined) => void;
};

/** The list itself, or its sums by something. */
export function ViewSwitch({ by, whole, onChange }: ViewSwitchProps) {
  const t = useT();
  const groupings = cdrGroupings.filter((one) => whole || one !== 'subscriber');
  return (
    // Scrolls by itself where the window is too narrow for all the words; never gives its height away to the table.
    <div style={{ flex: 'none', overflowX: 'auto', minWidth: 0 }}>
      <ChoiceSwitch<CdrGrouping | 'list'>
        label={t('cdrs.view.title')}
        choices={[
          { value: 'list', label: t('cdrs.view.list') },
          ...groupings.map((one) => ({ value: one, label: t(`cdrs.view.${one}`) })),
        ]}
        value={by ?? 'list'}
        onChange={(value) => onChange(value === 'list' ? undefined : value)}
      />
    </div>
  );
}
