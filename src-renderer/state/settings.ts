import { create } from 'zustand';
import { defaultSettings } from '../../src-shared/bridge/default-settings';
import type { Settings } from '../../src-shared/bridge/program';
import { callBridge } from './bridge';

export const useSettings = create<Settings>(() => defaultSettings);

export async function loadSettings(): Promise<void> {
  useSettings.setState(await callBridge('settings.get'));
}

/** Changes settings; what is shown follows the program's answer. @throws CabinetError */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  useSettings.setState(await callBridge('settings.set', change));
}
