import { dayOf, formatInstant, type Instant } from '../../../../src-shared/domain/period';
import { ruleNames } from '../../../../src-shared/domain/rules';
import type { ServiceOffer } from '../../../../src-shared/domain/subscriber-changes';
import { offerOf } from '../../catalogue/offers';
import { planOf } from '../../catalogue/plans';
import {
  connectedAt,
  planCodeOn,
  type ServiceFacts,
  type SubscriberFacts,
} from '../../ledger/subscriber-facts';
import { brokenRule } from './broken-rule';

/** The guide's sentence (§3.2). */
const ON_PAPER = 'Подключение/отключение пакетов минут в другие сети возможно только по заявлению.';
const quoted = (code: string): string => `«${offerOf(code).title}»`;

/** @throws Refusal when the service cannot be connected to the subscriber now. */
export function checkAddition(subscriber: SubscriberFacts, offer: ServiceOffer, now: Instant): void {
  const field = 'body.code';
  const title = `«${offer.title}»`;
  if (offer.locked) throw brokenRule(ruleNames.serviceLocked, ON_PAPER, { field });
  if (offer.kind === 'channels') {
    throw brokenRule(
      ruleNames.serviceNotAllowed,
      'Пакет каналов меняется в разделе «SIP-многоканальность».',
      { field },
    );
  }
  const plan = planOf(planCodeOn(subscriber, dayOf(now)));
  if (offer.kind === 'one-time' || !offer.planCodes.includes(plan.code)) {
    throw brokenRule(
      ruleNames.serviceNotAllowed,
      `Услуга ${title} не предусмотрена тарифным планом «${plan.title}».`,
      { field },
    );
  }
  const held = connectedAt(subscriber, now);
  const same = held.find(({ code }) => code === offer.code);
  if (same) {
    throw brokenRule(
      ruleNames.serviceConnected,
      `Услуга ${title} уже подключена ${formatInstant(same.connectedAt)}.`,
      { field },
    );
  }
  const conflict = held.find(({ code }) => offer.conflicts.includes(code));
  if (conflict) {
    throw brokenRule(
      ruleNames.serviceConflicts,
      `Услуга ${title} не подключается вместе с услугой ${quoted(conflict.code)}: сначала отключите её.`,
      { field },
    );
  }
  const missing = offer.requires.filter((code) => !held.some((service) => service.code === code));
  if (missing.length > 0) {
    throw brokenRule(
      ruleNames.serviceRequires,
      `Услуга ${title} подключается только вместе с ${missing.length > 1 ? 'услугами' : 'услугой'} ` +
        `${missing.map(quoted).join(', ')}.`,
      { field },
    );
  }
}

/** @throws Refusal when the connected service cannot be disconnected now. */
export function checkRemoval(subscriber: SubscriberFacts, service: ServiceFacts, now: Instant): void {
  const field = 'body.serviceId';
  const offer = offerOf(service.code);
  if (offer.locked) throw brokenRule(ruleNames.serviceLocked, ON_PAPER, { field });
  if (offer.kind === 'channels') {
    throw brokenRule(
      ruleNames.servicePermanent,
      'Номер «SIP-соединение» не работает без пакета каналов: пакет можно только сменить.',
      { field },
    );
  }
  if (offer.permanent) {
    throw brokenRule(
      ruleNames.servicePermanent,
      `Услуга «${offer.title}» входит в тарифный план и не отключается.`,
      { field },
    );
  }
  const dependent = connectedAt(subscriber, now).find(({ code }) =>
    offerOf(code).requires.includes(service.code),
  );
  if (dependent) {
    throw brokenRule(
      ruleNames.serviceRequired,
      `Услуга «${offer.title}» нужна услуге ${quoted(dependent.code)}: сначала отключите её.`,
      { field },
    );
  }
}
