import { VisuallyHidden } from '@mantine/core';
import { roundToKopecks, UNITS_PER_KOPECK, UNITS_PER_RUBLE } from '../../src-shared/domain/money';
import { formatInstant } from '../../src-shared/domain/period';
import { formatPhone, plainPhone } from '../../src-shared/domain/phone';
import type { Translate } from '../i18n/translate';
import { useT } from '../i18n/use-t';
import { showValue } from './table/cell-text';

/** «—» that a screen reader says in words. */
export function Nothing() {
  const t = useT();
  return (
    <>
      <span aria-hidden>{t('common.nothing')}</span>
      <VisuallyHidden>{t('common.nothingSpoken')}</VisuallyHidden>
    </>
  );
}

/** «1016 руб. 92 коп.» in the words of the language. */
export function rublesInWords(amount: number, t: Translate): string {
  const rounded = Math.abs(roundToKopecks(amount));
  return t('common.rubles', {
    rubles: `${amount < 0 && rounded > 0 ? '−' : ''}${Math.floor(rounded / UNITS_PER_RUBLE)}`,
    kopecks: String((rounded % UNITS_PER_RUBLE) / UNITS_PER_KOPECK).padStart(2, '0'),
  });
}

type MoneyProps = {
  /** 1/10000 BYN */
  amount: number | null | undefined;
  /** «sum»: 1 016,92; «charge»: 2–4 decimals; «words»: 1016 руб. 92 коп. */
  form?: 'sum' | 'charge' | 'words';
};

export function Money({ amount, form = 'sum' }: MoneyProps) {
  const t = useT();
  if (amount === null || amount === undefined) return <Nothing />;
  if (form === 'words') return <span>{rublesInWords(amount, t)}</span>;
  return <span>{showValue(form, amount)}</span>;
}

/** Grouped for the eye, copied plain. */
export function Phone({ number }: { number: string }) {
  return (
    <span
      style={{ whiteSpace: 'nowrap' }}
      onCopy={(event) => {
        event.clipboardData.setData('text/plain', plainPhone(number));
        event.preventDefault();
      }}
    >
      {formatPhone(number)}
    </span>
  );
}

/** A long number in groups for the eye («BY13 NBRB 3600 …»), copied without the spaces. */
export function Grouped({ text, by }: { text: string; by: number }) {
  return (
    <span
      onCopy={(event) => {
        event.clipboardData.setData('text/plain', text);
        event.preventDefault();
      }}
    >
      {inGroups(text, by)}
    </span>
  );
}

const inGroups = (text: string, by: number): string =>
  text.replace(new RegExp(`(.{${by}})(?=.)`, 'g'), '$1\u00a0');

/** «09:14:05»: of an instant near enough to need no day. */
export function timeOfDay(at: number): string {
  return formatInstant(at).slice(-8);
}

/** «10.05.2021 09:14», with seconds where the guide prints them. */
export function minutes(at: number): string {
  return formatInstant(at).slice(0, -3);
}

export function Instant({ at, seconds = false }: { at: number | null | undefined; seconds?: boolean }) {
  if (at === null || at === undefined) return <Nothing />;
  return <time dateTime={new Date(at).toISOString()}>{seconds ? formatInstant(at) : minutes(at)}</time>;
}
