declare global {
  /** Where style libraries look for the nonce of the style elements they add. */
  var __webpack_nonce__: string | undefined;
}

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
globalThis.__webpack_nonce__ = nonce;

/** Nonce of this page's style elements, as the program wrote it into the page. */
export const styleNonce = (): string => nonce;
