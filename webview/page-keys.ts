/** What the keys of the whole page ask for, wherever in it the focus is. */
export interface PageKeys {
  find(): void;
  /** Put the diagram into the clipboard. */
  copy(): void;
  /** Take the last move back, or do it again. */
  takeBack(type: 'undo' | 'redo'): void;
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
    if (!isTyping && (takeBack(event, keys) || copy(event, keys))) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || isButtonPress(event)) {
      return;
    }
    if (keys.press(event.key, event.shiftKey)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
}

/** Ctrl or Cmd and Z, with Shift or as Y the other way. @returns whether it was that */
function takeBack({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent, keys: PageKeys): boolean {
  const letter = key.toLowerCase();
  if (!(ctrlKey || metaKey) || altKey || (letter !== 'z' && letter !== 'y')) return false;
  keys.takeBack(letter === 'z' && !shiftKey ? 'undo' : 'redo');
  return true;
}

/** Ctrl or Cmd and C, where no words are marked that would be meant. @returns whether it was that */
function copy({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent, keys: PageKeys): boolean {
  const isIt = key.toLowerCase() === 'c' && (ctrlKey || metaKey) && !shiftKey && !altKey;
  if (!isIt || getSelection()?.isCollapsed === false) return false;
  keys.copy();
  return true;
}

/** The space key presses the button that has the focus. */
function isButtonPress({ key, target }: KeyboardEvent): boolean {
  return key === ' ' && target instanceof HTMLButtonElement;
}
