import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { CdrFilter } from '../../../src-shared/bridge/cabinet';
import { useT } from '../../i18n/use-t';
import { changeFilter } from './filters';

export type EditorProps = { filter: CdrFilter; onChange: (filter: CdrFilter) => void; close: () => void };

/** A mask of a number with % and _, or a part of a sender's name. */
export function PartyEditor({ filter, onChange, close }: EditorProps) {
  const t = useT();
  const [text, setText] = useState(filter.party ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const party = text.trim();
    // Taken from a cell, it is a whole number or name, and stays one until it is typed anew.
    if (party !== (filter.party ?? '')) onChange(changeFilter(filter, { party, wholeParty: undefined }));
    close();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" w={280}>
        <TextInput
          label={t('cdrs.filter.partyLabel')}
          description={t('cdrs.filter.partyHint')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={40}
          autoComplete="off"
          data-autofocus
        />
        <Button type="submit" size="compact-md">
          {t('cdrs.filter.apply')}
        </Button>
      </Stack>
    </form>
  );
}
