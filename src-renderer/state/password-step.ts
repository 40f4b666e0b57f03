import { create } from 'zustand';

/** The result page stays until «В меню», though the session is open by then. */
export const usePasswordStep = create<{ step: 'none' | 'saving' | 'done' }>(() => ({ step: 'none' }));
