import { Button, CopyButton, Drawer, Tabs, Text } from '@mantine/core';
import { IconMail, IconMessage, IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import type { Mail, Sms } from '../../../src-shared/bridge/program';
import { formatPhone } from '../../../src-shared/domain/phone';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { tellError } from '../../state/notices';
import { useProcedure } from '../../state/procedures';
import { Instant } from '../figures';
import { TextSkeleton } from '../page';
import { ErrorState } from '../states';
import styles from './post.module.css';
import { closePostBox, usePostBox } from './post-box';
import { useDemo } from './use-demo';

/** «Почта и SMS оператора (демо)»: what the embedded operator sent. Works before the sign-in too. */
export function PostDrawer() {
  const t = useT();
  const demo = useDemo();
  const opened = usePostBox((state) => state.opened) && demo !== null;
  const [tab, setTab] = useState<string | null>('mail');
  return (
    <Drawer
      opened={opened}
      onClose={closePostBox}
      size={460}
      title={t('post.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Text c="dimmed" mb="sm">
        {t('post.intro', { email: demo?.account.email ?? '' })}
      </Text>
      <Tabs value={tab} onChange={setTab} color="gray" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="mail" leftSection={<IconMail size={16} aria-hidden />}>
            {t('post.mail')}
          </Tabs.Tab>
          <Tabs.Tab value="sms" leftSection={<IconMessage size={16} aria-hidden />}>
            {t('post.sms')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="mail" pt="sm">
          <Letters />
        </Tabs.Panel>
        <Tabs.Panel value="sms" pt="sm">
          <Messages />
        </Tabs.Panel>
      </Tabs>
    </Drawer>
  );
}

const newestFirst = <Item extends { at: number; id: number }>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => b.at - a.at || b.id - a.id);

function Letters() {
  const t = useT();
  const { data, error, refetch } = useProcedure('demo.mail', undefined);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <TextSkeleton />;
  if (data.length === 0) return <Text c="dimmed">{t('post.noMail')}</Text>;
  return newestFirst(data).map((mail) => <Letter key={mail.id} mail={mail} />);
}

function Letter({ mail }: { mail: Mail }) {
  const t = useT();
  const open = (index: number) =>
    void callBridge('demo.openAttachment', { mailId: mail.id, index }).catch(tellError);
  return (
    <article className={styles.item}>
      <div className={styles.head}>
        <span>{mail.from}</span>
        <Instant at={mail.at} />
      </div>
      <h3 className={styles.subject}>{mail.subject}</h3>
      <Text c="dimmed">{t('post.to', { to: mail.to })}</Text>
      <p className={styles.text}>{mail.text}</p>
      <Secret label={t('post.copyPassword')} value={passwordIn(mail.text)} />
      {mail.attachments.map((file, index) => (
        <Button
          key={file.name}
          variant="default"
          size="compact-sm"
          leftSection={<IconPaperclip size={15} aria-hidden />}
          onClick={() => open(index)}
        >
          {t('post.attachment', { name: file.name, size: Math.max(1, Math.round(file.size / 1024)) })}
        </Button>
      ))}
    </article>
  );
}

function Messages() {
  const t = useT();
  const { data, error, refetch } = useProcedure('demo.sms', undefined);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <TextSkeleton />;
  if (data.length === 0) return <Text c="dimmed">{t('post.noSms')}</Text>;
  return newestFirst(data).map((sms) => <Message key={sms.id} sms={sms} />);
}

function Message({ sms }: { sms: Sms }) {
  const t = useT();
  return (
    <article className={styles.item}>
      <div className={styles.head}>
        <span>{t('post.to', { to: formatPhone(sms.to) })}</span>
        <Instant at={sms.at} />
      </div>
      <p className={styles.text}>{sms.text}</p>
      <Secret label={t('post.copyCode')} value={/\b\d{4,8}\b/.exec(sms.text)?.[0]} />
    </article>
  );
}

/** The password stands after a colon on the line that names it. */
const passwordIn = (text: string): string | undefined => /пароль:\s*(\S+)/i.exec(text)?.[1];

function Secret({ label, value }: { label: string; value: string | undefined }) {
  const t = useT();
  if (!value) return null;
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button variant="default" size="compact-sm" onClick={copy}>
          {copied ? t('common.copied') : label}
        </Button>
      )}
    </CopyButton>
  );
}
