import { Anchor, Loader, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconHourglass } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { CommandView } from '../../../src-shared/bridge/commands';
import { describeError } from '../../i18n/error-words';
import { useT } from '../../i18n/use-t';
import type { CommandFlow } from '../../state/commands';
import { navigate } from '../../state/navigation';
import { operatorNow } from '../../state/sync';
import { ErrorState } from '../states';
import styles from './command.module.css';

const icons = {
  good: <IconCircleCheck size={20} aria-hidden />,
  warning: <IconHourglass size={20} aria-hidden />,
  neutral: <IconHourglass size={20} aria-hidden />,
  busy: <Loader size={18} color="gray" aria-hidden />,
};

type OutcomeProps = {
  tone: keyof typeof icons;
  title: string;
  icon?: ReactNode;
  /** Something went wrong: said at once. */
  alert?: boolean;
  children?: ReactNode;
};

/** How a command went, as a page of its own: takes the focus, so that a screen reader goes on here. */
export function Outcome({ tone, title, icon, alert = false, children }: OutcomeProps) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title is another outcome
  useEffect(() => box.current?.focus({ preventScroll: true }), [title]);
  return (
    <div
      ref={box}
      className={styles.outcome}
      data-tone={tone}
      role={alert ? 'alert' : 'status'}
      tabIndex={-1}
    >
      <div className={styles.head}>
        {icon ?? icons[tone]}
        {title}
      </div>
      {children}
    </div>
  );
}

type JournalLinkProps = {
  size?: 'sm' | 'md';
  /** Told that the journal is opened. */
  onLeave?: () => void;
};

export function JournalLink({ size = 'md', onLeave }: JournalLinkProps) {
  const t = useT();
  const open = () => {
    navigate('journal');
    onLeave?.();
  };
  return (
    <Anchor component="button" type="button" size={size} onClick={open}>
      {t('command.toJournal')}
    </Anchor>
  );
}

/** «Команда сохранена и будет отправлена, когда появится сеть», or for what else it waits. */
function Waiting({ command }: { command: CommandView }) {
  const t = useT();
  const expired = command.error?.code === 'session-expired';
  const words = command.error && describeError(command.error, t, operatorNow());
  const answered = words !== null && words.code !== 'operator-unreachable' && !expired;
  const title = expired ? 'command.waitsForSession' : answered ? 'command.waitsForOperator' : 'command.waits';
  return (
    <Outcome tone="warning" title={t(title)}>
      {answered && <Text>{words.what}</Text>}
      <Text>{t('command.waitsHint')}</Text>
      <JournalLink />
    </Outcome>
  );
}

/** The operator's reason, above the form that is kept as it was typed. */
function Refused({ command }: { command: CommandView }) {
  const t = useT();
  const words = describeError(command.error, t, operatorNow());
  return (
    <Outcome alert tone="warning" title={words.what} icon={<IconCircleX size={20} aria-hidden />}>
      <Text>{words.action}</Text>
    </Outcome>
  );
}

type CommandStageProps = {
  flow: CommandFlow;
  /** The form, or its step of confirmation. */
  children: ReactNode;
  /** What to say and to do next once the operator has accepted. */
  done: (command: CommandView) => ReactNode;
  /** Buttons under «is being sent» and «waits for the network». */
  meanwhile: ReactNode;
};

/** A form, then what came of its command. */
export function CommandStage({ flow, children, done, meanwhile }: CommandStageProps) {
  const t = useT();
  const { command, phase } = flow;
  if (command && phase === 'accepted') return done(command);
  if (command && phase === 'waiting') {
    return (
      <>
        <Waiting command={command} />
        {meanwhile}
      </>
    );
  }
  if (phase === 'sending') {
    return (
      <>
        <Outcome tone="busy" title={t('command.sending')}>
          <Text c="dimmed">{t('command.sendingHint')}</Text>
        </Outcome>
        {meanwhile}
      </>
    );
  }
  return (
    <>
      {command && phase === 'rejected' && <Refused command={command} />}
      {command && phase === 'cancelled' && <Text role="status">{t('command.cancelledHere')}</Text>}
      {flow.error !== null && <ErrorState error={flow.error} />}
      {children}
    </>
  );
}
