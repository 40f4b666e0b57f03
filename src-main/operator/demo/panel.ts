import type { DemoFaultChanges, DemoState, Mail, Sms } from '../../../src-shared/bridge/program';
import { addMonths, monthOf } from '../../../src-shared/domain/period';
import type { OperatorControl } from '../control';

/** The operator's switches as the demo panel of the program has them. */
export function createDemoPanel(control: OperatorControl) {
  const previousMonth = () => addMonths(monthOf(control.getState().operatorTime), -1);
  return {
    state(): DemoState {
      const { url, size, operatorTime, clockOffsetMs, demoAccount, faults, paymentsHeld } =
        control.getState();
      const { offline, latencyMs, serverErrors, cutBodies, duplicateCdrs } = faults;
      return {
        url,
        size,
        operatorTime,
        clockSet: clockOffsetMs !== 0,
        account: demoAccount,
        faults: { offline, latencyMs, serverErrors, cutBodies, duplicateCdrs },
        paymentsHeld,
      };
    },
    setClock: control.setClock,
    setSize: control.setSize,
    setFaults: (faults: DemoFaultChanges) =>
      control.setFaults(
        Object.fromEntries(Object.entries(faults).filter(([, value]) => value !== undefined)),
      ),
    expireSessions: async () => control.expireTokens(),
    addLateCdrs: (count: number) => control.addLateCdrs(count, previousMonth()),
    correctCdrs: (count: number) => control.correctCdrs(count, previousMonth()),
    payInvoice: control.payInvoice,
    holdPayments: control.holdPayments,
    mail: (): Mail[] =>
      control.listMail().map(({ id, at, from, to, subject, text, attachments }) => ({
        id,
        at,
        from,
        to,
        subject,
        text,
        attachments: attachments.map(({ name, size }) => ({ name, size })),
      })),
    sms: (): Sms[] => control.listSms().map(({ id, at, from, to, text }) => ({ id, at, from, to, text })),
    attachment: control.getAttachment,
  };
}
