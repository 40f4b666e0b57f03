/** A frame as ipc events show it; only the top frame ever has a preload. */
export class WebFrameMain {
  readonly parent = null;
  readonly frames = [];
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }
  get origin(): string {
    const { protocol, host } = new URL(this.url);
    return `${protocol}//${host}`;
  }
  get top(): WebFrameMain {
    return this;
  }
}
