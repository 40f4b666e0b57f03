import { z } from 'zod';
import { cdrFilterSchema, cdrGroupings, cdrSortSchema } from '../../src-shared/bridge/cabinet';
import { daySchema, monthSchema } from '../../src-shared/domain/account';
import { cdrDirections } from '../../src-shared/domain/cdr';

const subscriberId = z.int().positive();
const appealId = z.int().positive();
const plain = z.object({});

/** States of commands that «Журнал операций» shows together. */
export const journalViews = ['all', 'open', 'accepted', 'rejected', 'cancelled'] as const;

/** Every page of the cabinet and what it has to know. */
export const routeParams = {
  'admin-menu': plain,
  'account-info': plain,
  payments: plain,
  /** Null: no bound; absent: the last 12 months. */
  'payment-list': z.object({
    fromDay: daySchema.nullable().optional(),
    toDay: daySchema.nullable().optional(),
  }),
  guarantees: plain,
  'payment-register': plain,
  invoices: plain,
  'invoice-list': plain,
  'invoice-email': plain,
  'invoice-file': plain,
  'month-documents': z.object({ month: monthSchema.optional() }),
  'payment-order': z.object({ month: monthSchema }),
  /** `id` of the export: what came of it. */
  'month-package': z.object({
    month: monthSchema.optional(),
    step: z.enum(['files']).optional(),
    id: z.string().max(40).optional(),
  }),
  delivery: z.object({ step: z.enum(['method', 'address', 'emails', 'formats', 'confirm']).optional() }),
  'cdr-email': z.object({ step: z.enum(['subscribers']).optional() }),
  'charges-email': plain,
  installments: plain,
  'subscriber-select': z.object({
    mask: z.string().max(80).optional(),
    label: z.string().max(40).optional(),
  }),
  feedback: plain,
  appeal: z.object({ appealId }),
  'appeal-new': plain,
  'call-centre': plain,
  'call-centre-statistics': z.object({ month: monthSchema.optional() }),
  'subscriber-menu': z.object({ subscriberId }),
  'subscriber-info': z.object({ subscriberId }),
  'subscriber-services': z.object({ subscriberId }),
  'service-list': z.object({ subscriberId, step: z.enum(['add', 'remove']).optional() }),
  suspension: z.object({ subscriberId }),
  telephony: z.object({ subscriberId }),
  channels: z.object({ subscriberId, step: z.enum(['choose']).optional() }),
  'sip-line': z.object({ subscriberId }),
  'channel-statistics': z.object({ subscriberId, month: monthSchema.optional() }),
  'subscriber-installments': z.object({ subscriberId }),
  'subscriber-plan': z.object({ subscriberId }),
  'subscriber-charges': z.object({ subscriberId, month: monthSchema.optional() }),
  'subscriber-cdrs': z.object({
    subscriberId,
    month: monthSchema.optional(),
    direction: z.enum([...cdrDirections, 'both']).optional(),
    /** The list of the whole account instead of the subscriber's own. */
    whole: z.boolean().optional(),
    /** Sums by something instead of the list. */
    by: z.enum(cdrGroupings).optional(),
    narrow: cdrFilterSchema.omit({ subscriberId: true, month: true, direction: true }).optional(),
    sort: cdrSortSchema.optional(),
  }),
  'subscriber-feedback': z.object({ subscriberId }),
  'subscriber-appeal': z.object({ subscriberId, appealId }),
  'subscriber-appeal-new': z.object({ subscriberId }),
  journal: z.object({ view: z.enum(journalViews).optional() }),
  exports: plain,
  sync: plain,
  settings: plain,
  diagnosis: plain,
  'work-calendar': z.object({ year: z.int().min(2020).max(2099).optional() }),
  demo: plain,
} as const;

export type PageName = keyof typeof routeParams;
export type RouteParams<Page extends PageName> = z.output<(typeof routeParams)[Page]>;
export type Route<Page extends PageName = PageName> = Page extends PageName
  ? { page: Page; params: RouteParams<Page> }
  : never;

export const HOME: Route = { page: 'admin-menu', params: {} };

const kept = z.object({ page: z.string(), params: z.unknown() });

/** Reads a kept route; null when it is not one (an older or newer program wrote it). */
export function parseRoute(value: unknown): Route | null {
  const outer = kept.safeParse(value);
  if (!outer.success || !Object.hasOwn(routeParams, outer.data.page)) return null;
  const page = outer.data.page as PageName;
  const params = routeParams[page].safeParse(outer.data.params);
  return params.success ? ({ page, params: params.data } as Route) : null;
}

/** The route as it is kept between starts: searched numbers are account data and stay out of the preferences. */
export function routeToKeep(route: Route): Route {
  if (route.page === 'subscriber-select') return { ...route, params: {} };
  if (route.page !== 'subscriber-cdrs' || !route.params.narrow) return route;
  const { party: _, wholeParty: __, ...narrow } = route.params.narrow;
  return { ...route, params: { ...route.params, narrow } };
}

/** Names what a page is about: of another subscriber or another request it is another page. */
export function subjectKey({ page, params }: Route): string {
  const { subscriberId, appealId } = params as { subscriberId?: number; appealId?: number };
  return JSON.stringify([page, subscriberId, appealId]);
}

/** The subscriber a page is about; null on the account's own pages. */
export function subscriberOf(route: Route): number | null {
  return 'subscriberId' in route.params ? route.params.subscriberId : null;
}
