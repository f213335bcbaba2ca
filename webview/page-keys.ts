/** What the keys of the whole page ask for, wherever in it the focus is. */
export interface PageKeys {
  find(): void;
  /** @returns whether the key means something */
  press(key: string, isShift: boolean): boolean;
}

/** Listens to the keys that are those of the page, whatever part of it has the focus. */
export function listenToPageKeys(keys: PageKeys): void {
  // Heard before VS Code hears it, which would search the text.
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      keys.find();
    }
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof Element && event.target.closest('input, select') !== null;
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || isButtonPress(event)) {
      return;
    }
    if (keys.press(event.key, event.shiftKey)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
}

/** The space key presses the button that has the focus. */
function isButtonPress({ key, target }: KeyboardEvent): boolean {
  return key === ' ' && target instanceof HTMLButtonElement;
}
