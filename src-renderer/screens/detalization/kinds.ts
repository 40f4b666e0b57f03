import { cdrDirections } from '../../../src-shared/domain/cdr';

/** «Исходящие», «Входящие» of the guide, and both at once. */
export const kinds = [...cdrDirections, 'both'] as const;
