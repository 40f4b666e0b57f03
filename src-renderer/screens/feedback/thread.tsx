import { Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import type { CommandView } from '../../../src-shared/bridge/commands';
import type { Appeal } from '../../../src-shared/domain/requests';
import { Instant } from '../../components/figures';
import { useT } from '../../i18n/use-t';
import styles from './feedback.module.css';

type ThreadProps = {
  messages: Appeal['messages'];
  /** Answers that wait in the outbox. */
  pending: readonly CommandView[];
};

/** Messages in order, the client's and the operator's told apart by their place and their words. */
export function Thread({ messages, pending }: ThreadProps) {
  const t = useT();
  return (
    <ol className={styles.thread} aria-label={t('appeal.thread')}>
      {messages.map((message) => (
        <li key={message.id} className={styles.message} data-from={message.from}>
          <div className={styles.head}>
            <span className={styles.author}>
              {message.from === 'client' ? t('appeal.you') : t('appeal.operator', { author: message.author })}
            </span>
            <Instant at={message.at} />
          </div>
          <p className={styles.text}>{message.text}</p>
        </li>
      ))}
      {pending.map((command) => (
        <li key={`command ${command.id}`} className={styles.message} data-from="client" data-pending>
          <div className={styles.head}>
            <span className={styles.author}>{t('appeal.you')}</span>
            <Text span size="sm" c="amber">
              <IconHourglass size={13} aria-hidden /> {t('command.pendingMark')}
            </Text>
          </div>
          <p className={styles.text}>{String(command.body.text ?? '')}</p>
        </li>
      ))}
    </ol>
  );
}
