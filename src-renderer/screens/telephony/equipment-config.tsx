import { Button, Code, Group, Select, Text, Title } from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { SipLine } from '../../../src-shared/domain/subscriber-changes';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { tellDone, tellError } from '../../state/notices';
import {
  configurationOf,
  type Equipment,
  equipment,
  equipmentFiles,
  equipmentNames,
  PASSWORD_PLACEHOLDER,
} from './configurations';

/** Settings of common equipment with this line's parameters, to be copied or saved. */
export function EquipmentConfig({ line }: { line: SipLine }) {
  const t = useT();
  const [kind, setKind] = useState<Equipment>('asterisk');
  const text = configurationOf(kind, line);
  const copy = () =>
    void callBridge('program.copyText', { text })
      .then(() => tellDone(t('sipLine.valueCopied')))
      .catch(tellError);
  const save = () =>
    void callBridge('program.saveText', {
      name: `${equipmentFiles[kind]} ${line.userId}.${kind === 'yealink' ? 'cfg' : 'txt'}`,
      text,
    }).catch(tellError);
  return (
    <>
      <Title order={2}>{t('sipLine.config')}</Title>
      <Select
        label={t('sipLine.equipment')}
        data={equipment.map((one) => ({ value: one, label: equipmentNames[one] }))}
        value={kind}
        onChange={(value) => value && setKind(value)}
        allowDeselect={false}
        w={280}
      />
      <Text c="dimmed">{t('sipLine.configHint', { placeholder: PASSWORD_PLACEHOLDER })}</Text>
      <Code block tabIndex={0} aria-label={equipmentNames[kind]}>
        {text}
      </Code>
      <Group gap="sm">
        <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
          {t('sipLine.configCopy')}
        </Button>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={save}>
          {t('sipLine.configSave')}
        </Button>
      </Group>
    </>
  );
}
