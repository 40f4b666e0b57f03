// Apart from the contract, whose schemas take longer to make than a window.

/** ipc channel of procedure calls: every call is `(name, input)`. */
export const CALL_CHANNEL = 'cabinet.call';
/** ipc channel of events: every message is `(name, payload)`. */
export const EVENT_CHANNEL = 'cabinet.event';
/** ipc channel on which the page says that it listens. */
export const READY_CHANNEL = 'cabinet.ready';
