import { Button, Code, Text, TextInput, Title } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useState } from 'react';
import { CHECKSUM_LIST } from '../../../src-shared/bridge/exports';
import { type MonthItem, monthItemTitles } from '../../../src-shared/bridge/month-items';
import type { PackageRequest } from '../../../src-shared/bridge/packages';
import {
  FIRST_TEMPLATE,
  fileName,
  MAX_TEMPLATE,
  type NameValues,
  nameFault,
  namePlaceholders,
} from '../../../src-shared/domain/file-names';
import type { YearMonth } from '../../../src-shared/domain/period';
import { monthWords } from '../../../src-shared/domain/words';
import { fieldError } from '../../components/field-error';
import { TextSkeleton } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { ErrorState } from '../../components/states';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { goBack } from '../../state/navigation';
import { tellError } from '../../state/notices';
import { useProcedure } from '../../state/procedures';
import { chosenItems, needsInvoice, type PackageChoice } from './choice';
import styles from './package.module.css';

/** Names shown of a package; the others are made alike. */
const EXAMPLES = 4;

type FilesStepProps = {
  month: YearMonth;
  /** The month has its invoice and all charges of it. */
  ready: boolean;
  choice: PackageChoice;
  onChange: (choice: PackageChoice) => void;
  busy: boolean;
  onStart: (request: PackageRequest) => Promise<void>;
};

/** The folder, and the names that the files get. */
export function FilesStep({ month, ready, choice, onChange, busy, onStart }: FilesStepProps) {
  const t = useT();
  const account = useProcedure('account.get', undefined);
  const folder = useProcedure('package.folder', undefined);
  const [asked, setAsked] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const items = chosenItems(choice, (item) => ready || !needsInvoice(item));
  const fault = account.error ?? folder.error;
  if (fault) {
    const retry = () => void Promise.all([account.refetch(), folder.refetch()]);
    return <ErrorState error={fault} onRetry={retry} />;
  }
  if (!account.data || folder.data === undefined) return <TextSkeleton lines={6} />;

  const { number = '', organisation = '' } = account.data.account ?? {};
  const valuesOf = (item: MonthItem): NameValues => ({
    документ: monthItemTitles[item],
    период: monthWords(month),
    месяц: month,
    лс: number,
    организация: organisation,
  });
  const faults = items.map(({ item }) => nameFault(choice.template, valuesOf(item)));
  const wrong = faults.find((one) => one !== null) ?? null;
  const names = wrong
    ? []
    : items.flatMap(({ item, formats }) =>
        formats.map((format) => `${fileName(choice.template, valuesOf(item))}.${format}`),
      );
  const folderWords = t('package.folderOf', { number, month });
  const choose = async () => {
    setChoosing(true);
    try {
      if ((await callBridge('package.chooseFolder')) !== null) await folder.refetch();
    } catch (error) {
      tellError(error);
    } finally {
      setChoosing(false);
    }
  };

  const submit = () => {
    setAsked(true);
    if (wrong || folder.data === null || items.length === 0) return false;
    void onStart({ month, items, template: choice.template });
    return true;
  };
  return (
    <WorkForm onSubmit={submit} onEscape={goBack} wide>
      <div>
        <Title order={2} mb={6}>
          {t('package.folder')}
        </Title>
        <div className={styles.folder}>
          <Text className={styles.path ?? ''} {...(folder.data ? {} : { c: 'dimmed' })}>
            {folder.data ?? t('package.noFolder')}
          </Text>
          <Button
            variant="default"
            leftSection={<IconFolder size={16} aria-hidden />}
            loading={choosing}
            onClick={() => void choose()}
          >
            {t('package.chooseFolder')}
          </Button>
        </div>
        {asked && folder.data === null && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert" mt={4}>
            {fieldError(t('package.folderNeeded'))}
          </Text>
        )}
        <Text size="sm" c="dimmed" mt={4} maw="86ch">
          {t('package.folderHint', { folder: folderWords })}
        </Text>
      </div>
      <div>
        <Title order={2} mb={6}>
          {t('package.names')}
        </Title>
        <TextInput
          label={t('package.template')}
          value={choice.template}
          maxLength={MAX_TEMPLATE}
          onChange={(event) => onChange({ ...choice, template: event.currentTarget.value })}
          error={wrong && fieldError(t(`package.fault.${wrong.code}`, { ...faultParams(wrong) }))}
          spellCheck={false}
          maw={560}
        />
        <Button
          variant="subtle"
          size="compact-sm"
          mt={6}
          disabled={choice.template === FIRST_TEMPLATE}
          onClick={() => onChange({ ...choice, template: FIRST_TEMPLATE })}
        >
          {t('package.firstTemplate')}
        </Button>
      </div>
      <dl className={styles.placeholders}>
        {namePlaceholders.map((name) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>
              <Code>{`{${name}}`}</Code>
            </dt>
            <dd>
              {t(`package.placeholder.${name}`)}
              {items[0] && `: ${valuesOf(items[0].item)[name]}`}
            </dd>
          </div>
        ))}
      </dl>
      <div>
        <Text size="sm" fw={600} mb={4}>
          {t('package.example')}
        </Text>
        <ul className={styles.names} aria-label={t('package.example')} aria-live="polite">
          {wrong ? (
            <li>—</li>
          ) : (
            <>
              {names.slice(0, EXAMPLES).map((name) => (
                <li key={name}>{name}</li>
              ))}
              {names.length > EXAMPLES && <li>{t('package.more', { count: names.length - EXAMPLES })}</li>}
              <li>
                {CHECKSUM_LIST}{' '}
                <Text span size="sm" c="dimmed">
                  {t('package.list')}
                </Text>
              </li>
            </>
          )}
        </ul>
      </div>
      <PageButtons
        back
        next={{ submit: true, label: t('package.start'), loading: busy, disabled: items.length === 0 }}
      />
    </WorkForm>
  );
}

const faultParams = (fault: object): Record<string, string> =>
  Object.fromEntries(Object.entries(fault).filter(([key]) => key !== 'code'));
