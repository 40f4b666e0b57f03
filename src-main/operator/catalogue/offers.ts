import { roundToKopecks, splitVat } from '../../../src-shared/domain/money';
import type { ServiceOffer } from '../../../src-shared/domain/subscriber-changes';
import { VAT_RATE } from '../config';
import { plans } from './plans';

/**
 * The catalogue of services. Prices are gross, because gross is the master price (guide §3.5). What the guide
 * prints is the guide's; the other prices are plausible and free to change. Ids are for good: feeds know them.
 */

const EVERYONE: readonly string[] = plans.map(({ code }) => code);
const CONNECTION: readonly string[] = ['sip-connection'];

type Told = Pick<ServiceOffer, 'id' | 'code' | 'title'> & Partial<ServiceOffer>;

const offer = (told: Told): ServiceOffer => ({
  description: '',
  kind: 'service',
  monthlyGross: 0,
  monthlyNet: roundToKopecks(splitVat(told.monthlyGross ?? 0, VAT_RATE).net),
  oneTimeGross: 0,
  vatRate: VAT_RATE,
  planCodes: [...EVERYONE],
  requires: [],
  conflicts: [],
  locked: false,
  permanent: false,
  channels: null,
  packageS: null,
  removalNote: '',
  ...told,
});

const minutes = (id: number, count: number, monthlyGross: number): ServiceOffer =>
  offer({
    id,
    code: `minutes-${count}`,
    title: `SIP ${count} минут в другие сети`,
    description:
      `${count} минут исходящих вызовов номера «SIP-соединение» на мобильные и стационарные сети в месяц. ` +
      'Из нескольких пакетов действует и оплачивается наибольший.',
    kind: 'package',
    monthlyGross,
    planCodes: [...CONNECTION],
    locked: true,
    packageS: count * 60,
  });

const channels = (id: number, count: number, monthlyGross: number, monthlyNet: number): ServiceOffer =>
  offer({
    id,
    code: `channels-${count}`,
    title: 'SIP-многоканальность',
    description: `До ${count} одновременных вызовов номера «SIP-соединение».`,
    kind: 'channels',
    monthlyGross,
    monthlyNet,
    planCodes: [...CONNECTION],
    channels: count,
  });

export const offers: readonly ServiceOffer[] = [
  offer({
    id: 1,
    code: 'voicemail-plus',
    title: 'Голосовая почта, пакет "Плюс"',
    description: 'Сообщения вызывающих, когда номер занят или не отвечает; до 50 сообщений по 3 минуты.',
    removalNote: 'Непрослушанные сообщения будут удалены.',
  }),
  offer({
    id: 2,
    code: 'call-details',
    title: 'Детализация звонков',
    description: 'Сведения о каждом вызове и сообщении номера.',
  }),
  offer({
    id: 3,
    code: 'conference',
    title: 'Конференц-связь',
    description: 'Общий разговор до десяти участников; минуты разговора оплачиваются по тарифному плану.',
    removalNote: 'Назначенные конференции не состоятся.',
  }),
  offer({
    id: 4,
    code: 'cabinet',
    title: 'Личный кабинет',
    description: 'Управление лицевым счетом и абонентами.',
    planCodes: [...CONNECTION],
    permanent: true,
  }),
  offer({
    id: 5,
    code: 'cabinet-details',
    title: 'Личный кабинет Возможность просмотра детализации',
    description: 'Детализация всех абонентов лицевого счета в Личном кабинете.',
    planCodes: [...CONNECTION],
    requires: ['cabinet', 'call-details'],
  }),
  offer({
    id: 6,
    code: 'international',
    title: 'Международные звонки',
    description: 'Исходящие вызовы и SMS за пределы страны.',
    conflicts: ['international-limit'],
    removalNote: 'Исходящие вызовы и SMS за пределы страны станут недоступны.',
  }),
  offer({
    id: 7,
    code: 'short-number',
    title: 'Услуга Короткий номер',
    description: 'Четырёхзначный номер организации, доступный из всех сетей страны.',
    monthlyGross: 862_500,
    oneTimeGross: 600_000,
    planCodes: [...CONNECTION],
    removalNote: 'Короткий номер освободится и может быть назначен другой организации.',
  }),
  // The guide does not print the prices of 1000 and 5000 minutes.
  minutes(8, 1000, 385_200),
  minutes(9, 3000, 962_600),
  minutes(10, 5000, 1_443_900),
  // Gross and net as printed in guide §3.3: the net of a package is never made from its gross again.
  channels(11, 5, 474_500, 379_600),
  // The price behind the guide's page of May 2021 (§3.5); the guide's list does not offer it any more.
  { ...channels(12, 10, 813_400, 650_700), planCodes: [] },
  channels(13, 20, 1_491_400, 1_193_100),
  channels(14, 30, 2_155_800, 1_724_600),
  channels(15, 145, 9_830_100, 7_864_100),
  channels(16, 150, 10_169_200, 8_135_400),
  offer({
    id: 17,
    code: 'caller-id',
    title: 'Определитель номера',
    description: 'Номер вызывающего абонента на экране телефона.',
    monthlyGross: 12_000,
  }),
  offer({
    id: 18,
    code: 'black-list',
    title: 'Чёрный список',
    description: 'Отклонение вызовов с выбранных номеров, до 100 номеров.',
    monthlyGross: 18_000,
    requires: ['caller-id'],
    removalNote: 'Список номеров будет удалён.',
  }),
  offer({
    id: 19,
    code: 'call-recording',
    title: 'Запись разговоров',
    description: 'Запись входящих и исходящих разговоров номера; записи хранятся 30 дней.',
    monthlyGross: 96_000,
    removalNote: 'Сделанные записи будут доступны ещё 30 дней, затем удалены.',
  }),
  offer({
    id: 20,
    code: 'forward-schedule',
    title: 'Переадресация по расписанию',
    description: 'Переадресация вызовов на другой номер в заданные часы и дни недели.',
    monthlyGross: 24_000,
    removalNote: 'Расписание переадресации будет удалено.',
  }),
  offer({
    id: 21,
    code: 'fax-to-email',
    title: 'Факс на e-mail',
    description: 'Принятые факсы приходят письмом в формате PDF.',
    monthlyGross: 60_000,
    oneTimeGross: 50_000,
    removalNote: 'Номер перестанет принимать факсы.',
  }),
  offer({
    id: 22,
    code: 'international-limit',
    title: 'Ограничение международных звонков',
    description: 'Запрет исходящих вызовов и SMS за пределы страны.',
    conflicts: ['international'],
  }),
  offer({
    id: 23,
    code: 'voice-menu',
    title: 'Голосовое меню',
    description: 'Приветствие и меню до девяти пунктов для вызовов на номер «SIP-соединение».',
    monthlyGross: 145_000,
    oneTimeGross: 240_000,
    planCodes: [...CONNECTION],
    removalNote: 'Приветствие и пункты меню будут удалены, вызовы пойдут сразу на номер.',
  }),
  offer({
    id: 24,
    code: 'suspension',
    title: 'Временная приостановка',
    description:
      'Обслуживание номера приостанавливается на выбранные дни; абонентская плата за них не начисляется.',
    kind: 'one-time',
    oneTimeGross: 30_000,
    planCodes: EVERYONE.filter((code) => !CONNECTION.includes(code)),
  }),
];

const byCode: ReadonlyMap<string, ServiceOffer> = new Map(offers.map((item) => [item.code, item]));

/** Undefined for a code that the catalogue does not have. */
export const findOffer = (code: string): ServiceOffer | undefined => byCode.get(code);

/** @throws when the catalogue has no such service: a damaged ledger. */
export function offerOf(code: string): ServiceOffer {
  const found = byCode.get(code);
  if (!found) throw new Error(`unknown service ${code}`);
  return found;
}
