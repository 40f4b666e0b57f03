import type { Account, OperatorParty } from '../../../src-shared/domain/account';

/** Whoever reads the demo's number and password is inside within ten seconds. */
export const DEMO_ACCOUNT = {
  phone: '375291000001',
  password: 'Demo-2021',
  email: 'buh@vasilek.example',
} as const;

/** Subscriber numbers follow each other; the first is «SIP-соединение». */
export const numberOf = (index: number): string => String(375_291_000_001 + index);

export const ACCOUNT_NUMBER = '300012345';
export const OPENED_ON = '2018-03-13';

/** The operator as its documents name it. What is printed of it does not exist. */
export const OPERATOR: OperatorParty = {
  name: 'A1, оператор электросвязи (демонстрационные данные)',
  unp: '190000005',
  legalAddress: '220000, г. Минск, ул. Образцовая, д. 1',
  iban: 'BY28OBRZ30120000000000110000',
  bankName: 'ОАО «Образцовый банк»',
  bic: 'OBRZBY2X',
  signatory: { post: 'Руководитель отдела расчетов', name: 'А. А. Примерова' },
};

/** What the contract says of the fictitious company. The bank, its code and the address do not exist. */
export const CONTRACT: Omit<
  Account,
  'id' | 'status' | 'previousMonthCharges' | 'balance' | 'amountDue' | 'dueOn' | 'delivery'
> = {
  number: ACCOUNT_NUMBER,
  openedOn: OPENED_ON,
  organisation: 'ООО «Васильковый край»',
  unp: '199999999',
  okpo: '199999999000',
  iban: 'BY33PRIM30120000000000270000',
  bankName: 'ОАО «Примерный банк»',
  bic: 'PRIMBY2X',
  legalAddress: '220000, г. Минск, ул. Примерная, д. 1, пом. 5',
  contract: { number: '1234567/SIP', signedOn: OPENED_ON },
  operator: OPERATOR,
  paymentForm: 'postpaid',
  contactEmail: DEMO_ACCOUNT.email,
  adminSubscriberId: 1,
};
