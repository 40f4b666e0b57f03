import { UnstyledButton } from '@mantine/core';
import { IconPhone, IconX } from '@tabler/icons-react';
import { formatPhone } from '../../../src-shared/domain/phone';
import { useT } from '../../i18n/use-t';
import { forgetSubscriber, navigate, useNavigation, useRoute } from '../../state/navigation';
import { useProcedure } from '../../state/procedures';
import { subscriberOf } from '../../state/routes';
import styles from './frame.module.css';
import { SubscriberSwitch } from './subscriber-switch';

/** The chosen subscriber: a click opens the subscriber's menu, the arrows choose another one. */
export function SubscriberChip() {
  const chosen = useNavigation((state) => state.chosenSubscriber);
  return chosen === null ? null : <Chip subscriberId={chosen} />;
}

function Chip({ subscriberId }: { subscriberId: number }) {
  const t = useT();
  const shownOnPage = subscriberOf(useRoute()) !== null;
  const { data } = useProcedure('subscribers.get', { id: subscriberId });
  if (!data) return null;
  const { number, name } = data.subscriber;
  return (
    <fieldset className={styles.chip} aria-label={t('frame.chosen')}>
      <UnstyledButton
        className={styles.chipName}
        title={name}
        onClick={() => navigate('subscriber-menu', { subscriberId })}
      >
        <IconPhone size={15} aria-hidden />
        <span className={styles.chipNumber}>{formatPhone(number)}</span>
        <span className={styles.chipPerson}>{name}</span>
      </UnstyledButton>
      <SubscriberSwitch subscriberId={subscriberId} />
      {!shownOnPage && (
        <UnstyledButton
          className={styles.chipClose}
          aria-label={t('frame.forgetChosen')}
          title={t('frame.forgetChosen')}
          onClick={forgetSubscriber}
        >
          <IconX size={15} aria-hidden />
        </UnstyledButton>
      )}
    </fieldset>
  );
}
