import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Subscriber } from '../../../src-shared/domain/account';
import type { PhoneNumber } from '../../../src-shared/domain/phone';
import { callBridge } from '../../state/bridge';
import { tellError } from '../../state/notices';
import { useProcedure } from '../../state/procedures';

/** Rows that cross the bridge at once. */
const AT_ONCE = 500;
const FOLLOW_MS = 150;

/** The numbers with those of a page put in or taken out, in the order in which they were chosen. */
export function withChosen(
  chosen: readonly PhoneNumber[],
  page: readonly PhoneNumber[],
  wanted: boolean,
): PhoneNumber[] {
  const others = chosen.filter((number) => !page.includes(number));
  return wanted ? [...others, ...page] : others;
}

async function allNumbers(mask: string, total: number): Promise<PhoneNumber[]> {
  const numbers: PhoneNumber[] = [];
  for (let offset = 0; offset < total; offset += AT_ONCE) {
    const { items } = await callBridge('subscribers.search', { mask, offset, limit: AT_ONCE });
    numbers.push(...items.map(({ number }) => number));
  }
  return numbers;
}

/** A page of subscribers found by a mask, and the choice that goes over all pages. */
export function usePick(chosen: readonly PhoneNumber[], onChange: (chosen: PhoneNumber[]) => void) {
  const [text, setText] = useState('');
  const [rows, setRows] = useState(10);
  const [wanted, setPage] = useState(0);
  const [busy, setBusy] = useState(false);
  const [mask] = useDebouncedValue(text.trim(), FOLLOW_MS);
  // The count comes with any page; a page beyond the end shows the last one.
  const counted = useProcedure('subscribers.search', { mask, offset: 0, limit: 1 }, { keepPrevious: true });
  const total = counted.data?.total ?? null;
  const pages = Math.max(1, Math.ceil((total ?? 0) / rows));
  const page = Math.min(wanted, pages - 1);
  const found = useProcedure(
    'subscribers.search',
    { mask, offset: page * rows, limit: rows },
    { keepPrevious: true, enabled: total !== null },
  );
  const items: readonly Subscriber[] | undefined = found.data?.items;
  const chosenHere = items?.filter(({ number }) => chosen.includes(number)).length ?? 0;
  const chooseAll = async () => {
    setBusy(true);
    try {
      onChange(withChosen(chosen, await allNumbers(mask, total ?? 0), true));
    } catch (error) {
      tellError(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    text,
    mask,
    setText: (value: string) => {
      setText(value);
      setPage(0);
    },
    rows,
    setRows: (value: number) => {
      setRows(value);
      setPage(0);
    },
    page,
    pages,
    setPage,
    total,
    items,
    error: counted.error ?? found.error,
    retry: () => {
      void counted.refetch();
      void found.refetch();
    },
    pageState: !items?.length || chosenHere === 0 ? 'none' : chosenHere === items.length ? 'all' : 'some',
    togglePage: () =>
      items &&
      onChange(
        withChosen(
          chosen,
          items.map(({ number }) => number),
          chosenHere < items.length,
        ),
      ),
    toggle: (number: PhoneNumber) => onChange(withChosen(chosen, [number], !chosen.includes(number))),
    chooseAll: () => void chooseAll(),
    busy,
  } as const;
}
