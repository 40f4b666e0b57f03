import { lazy, Suspense, useEffect } from 'react';
import { closePreview, usePreview } from '../../state/preview';

// What reads PDF is large and seldom needed: it is loaded when a document is looked at.
const DocumentPreview = lazy(() =>
  import('./document-preview').then(({ DocumentPreview }) => ({ default: DocumentPreview })),
);

/** The preview of a document, over the page it was asked from. */
export function PreviewDialog() {
  const { document, onTaken } = usePreview();
  // Whoever signs in next asks anew.
  useEffect(() => closePreview, []);
  if (!document) return null;
  return (
    <Suspense fallback={null}>
      <DocumentPreview document={document} onTaken={onTaken} />
    </Suspense>
  );
}
