import { post } from './vscode-api.ts';

interface Awaited {
  resolve(picture: Blob): void;
  reject(): void;
}

/** Puts the diagram that is shown into the clipboard as a picture, which the extension makes. */
export class PictureCopy {
  readonly #copied: () => void;
  #awaited: Awaited | undefined;

  /** @param copied hears when the picture is in the clipboard */
  constructor(copied: () => void) {
    this.#copied = copied;
  }

  async copy(): Promise<void> {
    // The clipboard is asked for at once: a press allows it for moments, and a large picture takes longer.
    const picture = new Promise<Blob>((resolve, reject) => {
      this.#awaited?.reject();
      this.#awaited = { resolve, reject };
    });
    post({ type: 'picture' });
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
      this.#copied();
    } catch (error) {
      const isMade = await picture.then(
        () => true,
        () => false,
      );
      if (isMade) post({ type: 'notCopied', message: error instanceof Error ? error.message : String(error) });
    }
  }

  /** @param png in base64; empty: there is none, and the extension has said why */
  receive(png: string): void {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    if (png === '') this.#awaited?.reject();
    else this.#awaited?.resolve(new Blob([bytes], { type: 'image/png' }));
    this.#awaited = undefined;
  }
}
