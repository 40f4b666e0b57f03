import type { CdrService, CdrZone } from '../../src-shared/domain/cdr';

/** What a real operator would keep as configuration besides its catalogue: names of lines, terms, limits. */

/** VAT of telecom services, percent. */
export const VAT_RATE = 25;

/** Names of usage lines in «Начисления за период»; the first is the guide's. */
export const usageTitles: Readonly<Record<CdrService, Readonly<Record<CdrZone, string>>>> = {
  voice: {
    onnet: 'Исходящие внутри сети',
    mobile: 'Исходящие на мобильные сети',
    fixed: 'Исходящие на стационарную сеть',
    cis: 'Исходящие в страны СНГ',
    international: 'Исходящие международные',
    special: 'Исходящие на короткие номера',
  },
  sms: {
    onnet: 'SMS внутри сети',
    mobile: 'SMS на мобильные сети',
    fixed: 'SMS на стационарную сеть',
    cis: 'SMS в страны СНГ',
    international: 'SMS международные',
    special: 'SMS на короткие номера',
  },
  forward: {
    onnet: 'Переадресация внутри сети',
    mobile: 'Переадресация на мобильные сети',
    fixed: 'Переадресация на стационарную сеть',
    cis: 'Переадресация в страны СНГ',
    international: 'Переадресация международная',
    special: 'Переадресация на короткие номера',
  },
  voicemail: {
    onnet: 'Голосовая почта внутри сети',
    mobile: 'Голосовая почта с мобильных сетей',
    fixed: 'Голосовая почта со стационарной сети',
    cis: 'Голосовая почта из стран СНГ',
    international: 'Голосовая почта международная',
    special: 'Голосовая почта с коротких номеров',
  },
  conference: {
    onnet: 'Конференц-связь внутри сети',
    mobile: 'Конференц-связь с мобильными сетями',
    fixed: 'Конференц-связь со стационарной сетью',
    cis: 'Конференц-связь со странами СНГ',
    international: 'Конференц-связь международная',
    special: 'Конференц-связь с короткими номерами',
  },
};

/** Why a number is paused when its owner wants it. */
export const PAUSE_BY_CLIENT = 'По заявлению клиента';

/** Months of CDRs that the operator gives out besides the current one (guide §3.6). */
export const CDR_MONTHS = 6;
/** Months of charges, invoices and payments before the current one that a new demo account has. */
export const HISTORY_MONTHS = 13;
/** Day of the next month by which an invoice is to be paid. */
export const DUE_DAY = 25;

export const SESSION_MS = 12 * 3_600_000;
export const SMS_CODE_MS = 5 * 60_000;
export const SMS_RESEND_MS = 60_000;
export const SMS_CODE_TRIES = 5;
export const TEMPORARY_PASSWORD_MS = 24 * 3_600_000;
/** Wrong tries inside the window that close a number, and for how long it is closed the 1st, 2nd, 3rd… time. */
export const WRONG_TRIES = 5;
export const WRONG_TRIES_WINDOW_MS = 15 * 60_000;
export const LOCK_STEPS_MS = [60_000, 5 * 60_000, 15 * 60_000] as const;
/** Recoveries of a password inside the same window. */
export const RECOVERIES_IN_WINDOW = 3;

/** Greatest body of a request, bytes. */
export const BODY_LIMIT = 64 * 1024;
