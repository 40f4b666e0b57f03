import { accountEn } from './en/account';
import { archiveEn } from './en/archive';
import { backupsEn } from './en/backups';
import { billingEn } from './en/billing';
import { callCentreEn } from './en/call-centre';
import { cdrViewsEn } from './en/cdr-views';
import { cdrsEn } from './en/cdrs';
import { chargesEn } from './en/charges';
import { commandsEn } from './en/commands';
import { commonEn } from './en/common';
import { deliveryEn } from './en/delivery';
import { demoEn } from './en/demo';
import { diagnosisEn } from './en/diagnosis';
import { documentsEn } from './en/documents';
import { errorsEn } from './en/errors';
import { exportsEn } from './en/exports';
import { feedbackEn } from './en/feedback';
import { frameEn } from './en/frame';

import { guaranteesEn } from './en/guarantees';
import { installmentsEn } from './en/installments';
import { journalEn } from './en/journal';
import { labelsEn } from './en/labels';
import { ordersEn } from './en/orders';
import { packageEn } from './en/package';
import { pagesEn } from './en/pages';
import { previewEn } from './en/preview';

import { servicesEn } from './en/services';
import { settingsEn } from './en/settings';
import { signInEn } from './en/sign-in';
import { subscriberEn } from './en/subscriber';
import { syncEn } from './en/sync';
import { tableEn } from './en/table';
import { workCalendarEn } from './en/work-calendar';
import { accountRu } from './ru/account';
import { archiveRu } from './ru/archive';
import { backupsRu } from './ru/backups';
import { billingRu } from './ru/billing';
import { callCentreRu } from './ru/call-centre';
import { cdrViewsRu } from './ru/cdr-views';
import { cdrsRu } from './ru/cdrs';
import { chargesRu } from './ru/charges';
import { commandsRu } from './ru/commands';
import { commonRu } from './ru/common';
import { deliveryRu } from './ru/delivery';
import { demoRu } from './ru/demo';
import { diagnosisRu } from './ru/diagnosis';
import { documentsRu } from './ru/documents';
import { errorsRu } from './ru/errors';
import { exportsRu } from './ru/exports';
import { feedbackRu } from './ru/feedback';
import { frameRu } from './ru/frame';

import { guaranteesRu } from './ru/guarantees';
import { installmentsRu } from './ru/installments';
import { journalRu } from './ru/journal';
import { labelsRu } from './ru/labels';
import { ordersRu } from './ru/orders';
import { packageRu } from './ru/package';
import { pagesRu } from './ru/pages';
import { previewRu } from './ru/preview';

import { servicesRu } from './ru/services';
import { settingsRu } from './ru/settings';
import { signInRu } from './ru/sign-in';
import { subscriberRu } from './ru/subscriber';
import { syncRu } from './ru/sync';
import { tableRu } from './ru/table';
import { workCalendarRu } from './ru/work-calendar';

/** Russian is the source: its keys are all the keys there are. */
const ru = {
  ...backupsRu,
  ...billingRu,
  ...cdrsRu,
  ...cdrViewsRu,
  ...chargesRu,
  ...commonRu,
  ...syncRu,
  ...signInRu,
  ...settingsRu,
  ...demoRu,
  ...diagnosisRu,
  ...documentsRu,
  ...accountRu,
  ...archiveRu,
  ...errorsRu,
  ...exportsRu,
  ...frameRu,
  ...labelsRu,
  ...servicesRu,
  ...subscriberRu,
  ...tableRu,
  ...workCalendarRu,
  ...callCentreRu,
  ...commandsRu,
  ...deliveryRu,
  ...feedbackRu,
  ...guaranteesRu,
  ...installmentsRu,
  ...journalRu,
  ...ordersRu,
  ...packageRu,
  ...pagesRu,
  ...previewRu,
};

export type MessageKey = keyof typeof ru;
export type Language = 'ru' | 'en';

const en: Record<MessageKey, string> = {
  ...backupsEn,
  ...billingEn,
  ...cdrsEn,
  ...cdrViewsEn,
  ...chargesEn,
  ...commonEn,
  ...syncEn,
  ...signInEn,
  ...settingsEn,
  ...demoEn,
  ...diagnosisEn,
  ...documentsEn,
  ...accountEn,
  ...archiveEn,
  ...errorsEn,
  ...exportsEn,
  ...frameEn,
  ...labelsEn,
  ...servicesEn,
  ...subscriberEn,
  ...tableEn,
  ...workCalendarEn,
  ...callCentreEn,
  ...commandsEn,
  ...deliveryEn,
  ...feedbackEn,
  ...guaranteesEn,
  ...installmentsEn,
  ...journalEn,
  ...ordersEn,
  ...packageEn,
  ...pagesEn,
  ...previewEn,
};

export const messages: Record<Language, Record<MessageKey, string>> = { ru, en };
