import { create } from 'zustand';
import { defaultSettings } from '../../src-shared/bridge/default-settings';
import type { Settings } from '../../src-shared/bridge/settings';
import { callBridge } from './bridge';

/** As the program wrote them into the page; every change is told. */
export const useSettings = create<Settings>(() => defaultSettings);

/** Changes settings; what is shown follows the program's answer. @throws CabinetError */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  useSettings.setState(await callBridge('settings.set', change));
}
