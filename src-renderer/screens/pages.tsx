import type { ComponentType } from 'react';
import type { PageName, RouteParams } from '../state/routes';
import { AccountInfo } from './account/account-info';
import { AdminMenu } from './account/admin-menu';
import { CallCentre } from './call-centre/call-centre';
import { CallCentreStatistics } from './call-centre/statistics';
import { CdrEmail } from './cdr-email/cdr-email';
import { Charges } from './charges/charges';
import { ChargesEmail } from './charges-email/charges-email';
import { Delivery } from './delivery/delivery';
import { DemoPage } from './demo/demo-page';
import { Detalization } from './detalization/detalization';
import { DiagnosisPage } from './diagnosis/diagnosis-page';
import { MonthDocuments } from './documents/month-documents';
import { PaymentOrderPage } from './documents/payment-order';
import { ExportsJournal } from './exports/exports-journal';
import { AppealPage } from './feedback/appeal-page';
import { Feedback } from './feedback/feedback';
import { NewAppeal } from './feedback/new-appeal';
import { Guarantees } from './guarantees/guarantees';
import { PaymentRegister } from './guarantees/payment-register';
import { Installments } from './installments/installments';
import { InvoiceEmail } from './invoices/invoice-email';
import { InvoiceFile } from './invoices/invoice-file';
import { InvoiceList } from './invoices/invoice-list';
import { InvoicesSection } from './invoices/invoices-section';
import { Journal } from './journal/journal';
import { MonthPackage } from './package/month-package';
import { PaymentList } from './payments/payment-list';
import { PaymentsSection } from './payments/payments-section';
import { PlanChangePage } from './plan/plan-change';
import { ServiceList } from './services/service-list';
import { ServicesSection } from './services/services-section';
import { SuspensionPage } from './services/suspension';
import { SettingsPage } from './settings/settings-page';
import { SubscriberInfo } from './subscribers/subscriber-info';
import { SubscriberMenu } from './subscribers/subscriber-menu';
import { SubscriberSelect } from './subscribers/subscriber-select';
import { SyncPage } from './sync/sync-page';
import { ChannelStatistics } from './telephony/channel-statistics';
import { Channels } from './telephony/channels';
import { SipLinePage } from './telephony/sip-line';
import { TelephonySection } from './telephony/telephony-section';
import { WorkCalendar } from './work-calendar/work-calendar';

/** The screen of every page. */
export const pages: { [Page in PageName]: ComponentType<RouteParams<Page>> } = {
  'admin-menu': AdminMenu,
  'account-info': AccountInfo,
  payments: PaymentsSection,
  'payment-list': PaymentList,
  guarantees: Guarantees,
  'payment-register': PaymentRegister,
  invoices: InvoicesSection,
  'invoice-list': InvoiceList,
  'invoice-email': InvoiceEmail,
  'invoice-file': InvoiceFile,
  'month-documents': MonthDocuments,
  'payment-order': PaymentOrderPage,
  'month-package': MonthPackage,
  delivery: Delivery,
  'cdr-email': CdrEmail,
  'charges-email': ChargesEmail,
  installments: Installments,
  'subscriber-select': SubscriberSelect,
  feedback: Feedback,
  appeal: AppealPage,
  'appeal-new': NewAppeal,
  'call-centre': CallCentre,
  'call-centre-statistics': CallCentreStatistics,
  'subscriber-menu': SubscriberMenu,
  'subscriber-info': SubscriberInfo,
  'subscriber-services': ServicesSection,
  'service-list': ServiceList,
  suspension: SuspensionPage,
  telephony: TelephonySection,
  channels: Channels,
  'sip-line': SipLinePage,
  'channel-statistics': ChannelStatistics,
  'subscriber-installments': Installments,
  'subscriber-plan': PlanChangePage,
  'subscriber-charges': Charges,
  'subscriber-cdrs': Detalization,
  'subscriber-feedback': Feedback,
  'subscriber-appeal': AppealPage,
  'subscriber-appeal-new': NewAppeal,
  journal: Journal,
  exports: ExportsJournal,
  sync: SyncPage,
  settings: SettingsPage,
  diagnosis: DiagnosisPage,
  'work-calendar': WorkCalendar,
  demo: DemoPage,
};
