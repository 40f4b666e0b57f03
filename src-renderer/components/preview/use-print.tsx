import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { callBridge } from '../../state/bridge';
import { tellError } from '../../state/notices';
import type { PdfFile, PdfPage } from './pdf-file';
import styles from './preview.module.css';

/** Longest document that is printed from here: its pages are pictures and all of them are in memory. */
export const PRINT_PAGES = 100;

/** Dots in an inch of paper; CSS has 96 pixels in it. */
const PRINT_DENSITY = 200 / 96;

export type Printing = {
  /** Number of the page that is being made ready; null: nothing is printed. */
  at: number | null;
  print(): void;
  /** What the paper gets; must be in the page. */
  paper: ReactNode;
};

/**
 * Prints a document: its pages as pictures, put into the page for paper only, then the system’s dialog.
 * `onPrinted` is told when the printer has them.
 */
export function usePrint(file: PdfFile | null, onPrinted: () => void): Printing {
  const [at, setAt] = useState<number | null>(null);
  const [pictures, setPictures] = useState<readonly string[]>([]);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  const print = async (pages: readonly PdfPage[]) => {
    try {
      const made: string[] = [];
      for (const page of pages) {
        setAt(made.length + 1);
        made.push(await pictureOf(page));
        if (gone.current) return;
      }
      await Promise.all(made.map(decoded));
      setPictures(made);
      await nextPaint();
      // Without its pages in it, the page on the screen would be printed.
      if (gone.current) return;
      const [first] = pages;
      const landscape = first !== undefined && first.width > first.height;
      if (await callBridge('preview.print', { landscape })) onPrinted();
    } catch (error) {
      tellError(error);
    } finally {
      setAt(null);
      setPictures([]);
    }
  };

  return {
    at,
    print: () => file && at === null && void print(file.pages),
    paper: createPortal(
      <div className={styles.paper} data-paper aria-hidden>
        {pictures.map((source, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name
          <img key={index} src={source} alt="" />
        ))}
      </div>,
      document.body,
    ),
  };
}

async function pictureOf(page: PdfPage): Promise<string> {
  const canvas = document.createElement('canvas');
  await page.draw(canvas, PRINT_DENSITY).done;
  return canvas.toDataURL('image/png');
}

async function decoded(source: string): Promise<void> {
  const image = new Image();
  image.src = source;
  await image.decode();
}

const nextPaint = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
