import { create } from 'zustand';

/** Whether «Почта и SMS оператора (демо)» is open. */
export const usePostBox = create<{ opened: boolean }>(() => ({ opened: false }));
export const openPostBox = (): void => usePostBox.setState({ opened: true });
export const closePostBox = (): void => usePostBox.setState({ opened: false });
