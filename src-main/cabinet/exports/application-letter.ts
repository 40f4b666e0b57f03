import { CabinetError } from '../../../src-shared/bridge/errors';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { formatDay, type Instant } from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import type { Letter } from '../../documents/letter/model';
import type { ReadableCache } from '../../store/cache';
import { readAccount } from '../../store/read/account';
import { listItems } from '../../store/read/items';
import { readSubscriber } from '../../store/read/subscribers';

type ApplicationRequest = Extract<DocumentRequest, { kind: 'application' }>;

/**
 * The paper by which minute packages are connected and disconnected (guide §2, §3.2), ready to be signed.
 * @throws CabinetError not-found
 */
export function applicationLetter(
  cache: ReadableCache,
  { subscriberId, code, connect }: ApplicationRequest,
  madeAt: Instant,
): { fileName: string; letter: Letter } {
  const account = readAccount(cache);
  const subscriber = readSubscriber(cache, subscriberId);
  const offer = listItems(cache, 'service-offers').find((one) => one.code === code);
  if (!account || !subscriber || !offer) throw new CabinetError('not-found', { what: 'service' });
  const { contract } = account;
  const deed = connect ? 'подключение' : 'отключение';
  return {
    fileName: `Заявление ${deed} ${subscriber.number}`,
    letter: {
      title: `Заявление на ${deed} услуги`,
      subject: `Л/с ${account.number}`,
      organisation: account.organisation,
      heading: [
        'Оператору электросвязи',
        `от ${account.organisation}`,
        `УНП ${account.unp}`,
        account.legalAddress,
        `Лицевой счет ${account.number}`,
        `Договор № ${contract.number} от ${formatDay(contract.signedOn)}`,
      ],
      paragraphs: [
        `Прошу ${connect ? 'подключить' : 'отключить'} услугу «${offer.title}» для абонентского номера ${formatPhone(subscriber.number)} (${subscriber.name}, тарифный план «${subscriber.planTitle}»).`,
        connect
          ? 'С условиями предоставления услуги и её стоимостью ознакомлены, оплату гарантируем.'
          : 'Об условиях прекращения предоставления услуги осведомлены.',
        `Контактный адрес электронной почты: ${account.contactEmail}.`,
      ],
      signatures: [
        { before: 'Руководитель', after: '(Ф.И.О.)' },
        { before: 'Главный бухгалтер', after: '(Ф.И.О.)' },
      ],
      madeAt,
    },
  };
}
