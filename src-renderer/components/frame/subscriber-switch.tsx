import { Combobox, Text, UnstyledButton, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSwitchHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { formatPhone } from '../../../src-shared/domain/phone';
import { describeError } from '../../i18n/error-words';
import { useT } from '../../i18n/use-t';
import { navigate, openRoute, useRoute } from '../../state/navigation';
import { useProcedure } from '../../state/procedures';
import styles from './frame.module.css';
import { routeForSubscriber } from './switch-subscriber';

/** As many as are seen without scrolling far; the whole list is a page of its own. */
const SHOWN = 20;
const FOLLOW_MS = 120;
/** Value of the option that opens the whole list. */
const ALL = 'all';

/** Another subscriber without leaving the page: type, ↑↓, Enter. */
export function SubscriberSwitch({ subscriberId }: { subscriberId: number }) {
  const t = useT();
  const route = useRoute();
  const [text, setText] = useState('');
  const [mask] = useDebouncedValue(text.trim(), FOLLOW_MS);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setText('');
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const found = useProcedure(
    'subscribers.search',
    { mask, offset: 0, limit: SHOWN },
    { enabled: combobox.dropdownOpened, keepPrevious: true },
  );
  const items = (found.data?.items ?? []).filter((one) => one.id !== subscriberId);

  const choose = (value: string) => {
    combobox.closeDropdown();
    if (value === ALL) navigate('subscriber-select');
    else openRoute(routeForSubscriber(route, Number(value)));
  };
  const notice = found.error
    ? describeError(found.error, t).what
    : found.data && items.length === 0
      ? t('quick.nobody')
      : null;
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      width={340}
      position="bottom-start"
      shadow="md"
      withinPortal
    >
      <Combobox.Target targetType="button">
        <UnstyledButton
          className={styles.chipClose}
          aria-label={t('frame.chooseOther')}
          title={t('frame.chooseOther')}
          onClick={() => combobox.toggleDropdown()}
        >
          <IconSwitchHorizontal size={15} aria-hidden />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={text}
          maxLength={80}
          placeholder={t('quick.label')}
          aria-label={t('quick.label')}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.resetSelectedOption();
          }}
        />
        <Combobox.Options aria-label={t('quick.found')} mah={300} style={{ overflowY: 'auto' }}>
          {items.map((one) => (
            <Combobox.Option key={one.id} value={String(one.id)} className={styles.switchOption ?? ''}>
              <Text size="sm">{formatPhone(one.number)}</Text>
              <Text size="xs" c="dimmed" truncate>
                {`${one.name}, ${one.planTitle}`}
              </Text>
            </Combobox.Option>
          ))}
          <Combobox.Option value={ALL} className={styles.switchOption ?? ''}>
            {t('quick.all')}
          </Combobox.Option>
        </Combobox.Options>
        {notice && (
          <Text size="sm" c="dimmed" p="xs" role="status">
            {notice}
          </Text>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}
