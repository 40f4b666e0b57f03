import type { RouteParams } from '../../state/routes';
import { DetalizationChooser } from './detalization-chooser';
import { DetalizationList } from './detalization-list';

/** «Просмотр детализации»: first the month and the kind, then the calls and SMS (guide §3.6). */
export function Detalization(params: RouteParams<'subscriber-cdrs'>) {
  if (params.month === undefined) return <DetalizationChooser subscriberId={params.subscriberId} />;
  return <DetalizationList params={params} month={params.month} />;
}
