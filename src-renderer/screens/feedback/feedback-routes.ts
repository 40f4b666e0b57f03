import { navigate } from '../../state/navigation';

/** Pages of «Обратная связь» of the account (null) or of a subscriber. */
export const openFeedback = (subscriberId: number | null): void =>
  subscriberId === null ? navigate('feedback') : navigate('subscriber-feedback', { subscriberId });

export const openAppeal = (appealId: number, subscriberId: number | null): void =>
  subscriberId === null
    ? navigate('appeal', { appealId })
    : navigate('subscriber-appeal', { subscriberId, appealId });

export const openNewAppeal = (subscriberId: number | null): void =>
  subscriberId === null ? navigate('appeal-new') : navigate('subscriber-appeal-new', { subscriberId });
