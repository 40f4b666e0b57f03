import { VisuallyHidden } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/use-t';
import type { PdfPage } from './pdf-file';
import styles from './preview.module.css';

type PreviewPageProps = {
  page: PdfPage;
  number: number;
  scale: number;
  scroller: RefObject<HTMLElement | null>;
};

/** One page: drawn while it is near the window’s room, forgotten when it is far. */
export function PreviewPage({ page, number, scale, scroller }: PreviewPageProps) {
  const t = useT();
  const { ref, entry } = useIntersection({ root: scroller.current, rootMargin: '100% 0px' });
  const near = entry?.isIntersecting ?? false;
  return (
    <li
      ref={ref}
      className={styles.page}
      data-page={number}
      style={{ width: page.width * scale, height: page.height * scale }}
      aria-label={t('preview.page', { page: number })}
    >
      {near && <DrawnPage page={page} scale={scale} />}
    </li>
  );
}

function DrawnPage({ page, scale }: Pick<PreviewPageProps, 'page' | 'scale'>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    if (!canvas.current) return;
    const drawing = page.draw(canvas.current, scale * window.devicePixelRatio);
    // A drawing that was given up rejects.
    drawing.done.catch(() => {});
    return drawing.cancel;
  }, [page, scale]);
  useEffect(() => {
    let gone = false;
    void page.text().then((words) => gone || setText(words));
    return () => {
      gone = true;
    };
  }, [page]);
  return (
    <>
      <canvas ref={canvas} className={styles.canvas} aria-hidden />
      <VisuallyHidden>{text}</VisuallyHidden>
    </>
  );
}
