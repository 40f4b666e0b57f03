import { Radio, Stack } from '@mantine/core';
import { type DemoSize, demoSizes } from '../../../src-shared/bridge/settings';
import { useT } from '../../i18n/use-t';

/** What the sizes of the demo mean: subscribers, and records of the months the operator shows. */
const facts: Record<DemoSize, { subscribers: number; rows: number }> = {
  small: { subscribers: 3, rows: 35_000 },
  medium: { subscribers: 50, rows: 450_000 },
  large: { subscribers: 500, rows: 5_000_000 },
  extreme: { subscribers: 2000, rows: 10_000_000 },
};

type SizeChoiceProps = { size: DemoSize; onChange: (size: DemoSize) => void; disabled?: boolean };

/** Size of the embedded operator's company. */
export function SizeChoice({ size, onChange, disabled = false }: SizeChoiceProps) {
  const t = useT();
  return (
    <Radio.Group
      label={t('settings.size')}
      description={t('demo.sizeNote')}
      value={size}
      onChange={(value) => onChange(demoSizes.find((known) => known === value) ?? size)}
    >
      <Stack gap={8} mt={8}>
        {demoSizes.map((one) => (
          <Radio
            key={one}
            value={one}
            disabled={disabled}
            label={`${t(`demo.size.${one}`)} — ${t('demo.sizeFacts', facts[one])}`}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
