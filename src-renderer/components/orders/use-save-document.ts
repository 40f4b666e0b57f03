import { useCallback, useState } from 'react';
import { currentT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { tellDone, tellError } from '../../state/notices';

/** «Сохранить»: asks where, downloads the ready file and writes it. */
export function useSaveDocument(): { save: (orderId: number) => void; saving: number | null } {
  const [saving, setSaving] = useState<number | null>(null);
  const save = useCallback((orderId: number) => {
    setSaving(orderId);
    void saveDocument(orderId)
      .catch(tellError)
      .finally(() => setSaving(null));
  }, []);
  return { save, saving };
}

async function saveDocument(orderId: number): Promise<void> {
  const saved = await callBridge('requests.saveDocument', { orderId });
  if (saved) tellDone(currentT()('orders.saved', { file: saved.fileName, path: saved.path }));
}
