import { Button, Input, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconTag } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { CabinetError } from '../../../src-shared/bridge/errors';
import type { Subscriber } from '../../../src-shared/domain/account';
import { fieldError, focusFirstWrong } from '../../components/field-error';
import { useLabels } from '../../components/labels/use-labels';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { ErrorState } from '../../components/states';
import { describeError } from '../../i18n/error-words';
import { useT } from '../../i18n/use-t';
import { goBack, navigate, replaceRoute, useNavigation } from '../../state/navigation';
import { useProcedure } from '../../state/procedures';
import type { RouteParams } from '../../state/routes';
import { LastSubscriber, rememberSubscriber } from './last-subscriber';
import { SubscriberList } from './subscriber-list';

/** How long after the last key a search that has been made once follows the typing. */
const FOLLOW_MS = 150;

/** «Выбор SIP-абонента» (guide §3.1): by number or «Показать все». An empty mask in the route shows all. */
export function SubscriberSelect(params: RouteParams<'subscriber-select'>) {
  // What was typed belongs to its step: the page opened from the menu once more begins empty.
  const step = useNavigation((state) => state.at);
  return <SearchedSubscribers key={step} {...params} />;
}

function SearchedSubscribers({ mask, label }: RouteParams<'subscriber-select'>) {
  const t = useT();
  const [text, setText] = useState(mask ?? '');
  const [missing, setMissing] = useState(false);
  const [chosen, setChosen] = useState<Subscriber | null>(null);
  const labels = useLabels();
  const searched = mask !== undefined;
  const found = useProcedure(
    'subscribers.search',
    { mask: mask ?? '', ...(label === undefined ? {} : { label }), offset: 0, limit: 1 },
    { enabled: searched, keepPrevious: true },
  );

  const search = (wanted: string) => {
    follow.cancel();
    setChosen(null);
    setMissing(false);
    replaceRoute('subscriber-select', { mask: wanted, label });
  };
  const follow = useDebouncedCallback((wanted: string) => search(wanted), FOLLOW_MS);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (text.trim() === '') {
      setMissing(true);
      focusFirstWrong(event.currentTarget);
    } else search(text.trim());
  };
  const showAll = () => {
    follow.cancel();
    setText('');
    setChosen(null);
    setMissing(false);
    replaceRoute('subscriber-select', { mask: '' });
  };

  const total = found.isPlaceholderData ? null : (found.data?.total ?? null);
  // Of the search before, nobody is chosen while the present one is asked for.
  const only = total === 1 ? (found.data?.items[0] ?? null) : null;
  const choice = chosen ?? only;
  const next = (subscriber: Subscriber | null) => {
    if (!subscriber) return;
    rememberSubscriber(subscriber.id);
    navigate('subscriber-menu', { subscriberId: subscriber.id });
  };

  const badMask = found.error instanceof CabinetError && found.error.code === 'mask-invalid';
  const wrong = missing
    ? t('subscriber.select.required')
    : badMask
      ? describeError(found.error, t).action
      : null;

  return (
    <Page title={t('subscriber.select.title')} intro={t('subscriber.select.intro')} fill>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            label={t('subscriber.select.number')}
            description={t('subscriber.select.hint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            leftSection={<Input.Placeholder>+375</Input.Placeholder>}
            leftSectionWidth={52}
            leftSectionPointerEvents="none"
            value={text}
            maxLength={80}
            styles={{ wrapper: { width: 340 }, description: { fontSize: 12 } }}
            autoFocus
            autoComplete="off"
            error={wrong && fieldError(wrong)}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              setText(typed);
              setMissing(false);
              if (searched) follow(typed.trim());
            }}
          />
          <PageButtons next={{ submit: true, label: t('subscriber.select.search') }}>
            <Button variant="default" onClick={showAll}>
              {t('subscriber.select.showAll')}
            </Button>
            {labels.all.length > 0 && (
              <Select
                aria-label={t('labels.filter')}
                placeholder={t('labels.any')}
                data={[...labels.all]}
                value={label ?? null}
                onChange={(one) => {
                  setChosen(null);
                  replaceRoute('subscriber-select', {
                    mask: text.trim(),
                    ...(one === null ? {} : { label: one }),
                  });
                }}
                clearable
                clearButtonProps={{ 'aria-label': t('labels.any') }}
                leftSection={<IconTag size={15} aria-hidden />}
                w={220}
              />
            )}
          </PageButtons>
        </Stack>
      </form>
      {!searched && <LastSubscriber onContinue={next} />}
      {found.error && !badMask && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {searched && !found.error && (
        <>
          <SubscriberList
            mask={mask}
            label={label}
            total={total}
            version={found.dataUpdatedAt}
            choice={choice}
            onChoose={setChosen}
            onNext={next}
            onShowAll={showAll}
          />
          <PageButtons
            menu={false}
            back={goBack}
            next={{ onClick: () => next(choice), disabled: choice === null }}
          />
        </>
      )}
    </Page>
  );
}
