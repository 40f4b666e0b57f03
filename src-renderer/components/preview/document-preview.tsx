import { ActionIcon, Button, Loader, Modal, Text } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { IconDownload, IconMinus, IconPlus, IconPrinter } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { useT } from '../../i18n/use-t';
import { savePreview } from '../../state/exports';
import { closePreview } from '../../state/preview';
import { ErrorState } from '../states';
import { useFocusBack } from '../use-focus-back';
import styles from './preview.module.css';
import { PreviewPage } from './preview-page';
import { usePageNumber } from './use-page-number';
import { usePdf } from './use-pdf';
import { PRINT_PAGES, usePrint } from './use-print';
import { scaleOf, stepZoom, type Zoom } from './zoom';

/** What is left of the window beside the widest page. */
const ROOM_BESIDE = 48;

type DocumentPreviewProps = { document: DocumentRequest; onTaken: () => void };

/** «Просмотр»: the pages of a document before it is saved or printed; drawn from the bytes that are saved. */
export function DocumentPreview({ document, onTaken }: DocumentPreviewProps) {
  const t = useT();
  useFocusBack();
  const { file, error, retry } = usePdf(document);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const scroller = useRef<HTMLElement>(null);
  const { ref: sized, width: room } = useElementSize<HTMLElement>();
  const scrollerRef = useMergedRef(scroller, sized);
  const pages = file?.pages ?? [];
  const page = usePageNumber(scroller, pages.length);
  const printing = usePrint(file, onTaken);

  const widest = Math.max(1, ...pages.map(({ width }) => width));
  const scale = scaleOf(zoom, widest, room - ROOM_BESIDE);
  const step = (by: 1 | -1) => setZoom(stepZoom(scale, by));
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    const act = { '+': () => step(1), '=': () => step(1), '-': () => step(-1), '0': () => setZoom('fit') }[
      event.key
    ];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const tooLong = pages.length > PRINT_PAGES;

  return (
    <Modal
      opened
      fullScreen
      onClose={closePreview}
      title={t('preview.title')}
      // Its <header> would count as another banner of the page.
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      styles={{
        content: { display: 'flex', flexDirection: 'column' },
        body: { flex: 1, minHeight: 0, padding: 0 },
      }}
      onKeyDown={onKeyDown}
    >
      <div className={styles.frame}>
        <div className={styles.bar} role="toolbar" aria-label={t('preview.tools')}>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={t('preview.smaller')}
            disabled={!file}
            onClick={() => step(-1)}
          >
            <IconMinus size={16} aria-hidden />
          </ActionIcon>
          <span className={styles.zoom}>{t('preview.zoom', { percent: Math.round(scale * 100) })}</span>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={t('preview.larger')}
            disabled={!file}
            onClick={() => step(1)}
          >
            <IconPlus size={16} aria-hidden />
          </ActionIcon>
          <Button
            variant="default"
            size="compact-md"
            disabled={!file || zoom === 'fit'}
            onClick={() => setZoom('fit')}
          >
            {t('preview.fit')}
          </Button>
          {file && <Text size="sm">{t('preview.pageOf', { page, pages: pages.length })}</Text>}
          <div className={styles.end}>
            {tooLong && (
              <Text size="sm" c="dimmed">
                {t('preview.printTooLong', { pages: PRINT_PAGES })}
              </Text>
            )}
            {printing.at !== null && (
              <Text size="sm" role="status">
                {t('preview.printing', { page: printing.at, pages: pages.length })}
              </Text>
            )}
            <Button
              variant="default"
              size="compact-md"
              disabled={!file || tooLong || printing.at !== null}
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={printing.print}
            >
              {t('preview.print')}
            </Button>
            <Button
              size="compact-md"
              disabled={!file}
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() => void savePreview().then((begun) => begun && onTaken())}
            >
              {t('preview.save')}
            </Button>
          </div>
        </div>
        <section
          ref={scrollerRef}
          className={styles.scroller}
          aria-label={t('preview.pages')}
          aria-busy={!file && !error}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          tabIndex={0}
        >
          {error ? (
            <div className={styles.state}>
              <ErrorState error={error} onRetry={retry} />
            </div>
          ) : file ? (
            <ol className={styles.pages}>
              {pages.map((one, index) => (
                <PreviewPage
                  // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name
                  key={index}
                  page={one}
                  number={index + 1}
                  scale={scale}
                  scroller={scroller}
                />
              ))}
            </ol>
          ) : (
            <div className={styles.state}>
              <Loader size="sm" mr={10} aria-hidden />
              <Text span role="status">
                {t('preview.making')}
              </Text>
            </div>
          )}
        </section>
      </div>
      {printing.paper}
    </Modal>
  );
}
