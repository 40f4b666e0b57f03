import { useEffect, useState } from 'react';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { callBridge } from '../../state/bridge';
import { openPdf, type PdfFile } from './pdf-file';

type PdfState = { file: PdfFile | null; error: unknown };

/** Has the PDF of a document made and reads it; gives it up when nobody looks any more. */
export function usePdf(document: DocumentRequest): PdfState & { retry(): void } {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<PdfState>({ file: null, error: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let gone = false;
    let file: PdfFile | null = null;
    const read = async () => {
      const { bytes } = await callBridge('preview.make', { document });
      if (gone) return;
      const opened = await openPdf(bytes);
      if (gone) return opened.close();
      file = opened;
      setState({ file, error: null });
    };
    setState({ file: null, error: null });
    read().catch((error) => gone || setState({ file: null, error }));
    return () => {
      gone = true;
      file?.close();
      void callBridge('preview.close').catch(() => {});
    };
  }, [document, attempt]);
  return { ...state, retry: () => setAttempt((before) => before + 1) };
}
