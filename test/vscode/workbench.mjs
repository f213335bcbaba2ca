import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import {
  fileUri,
  installExtension,
  quietSettings,
  setUpVsCode,
  startVsCode,
  windowUrl,
  writeSettings,
} from '../../scripts/vscode-server.mjs';

/** The root of the repository, which is the extension under test unless a .vsix is installed. */
export const root = join(import.meta.dirname, '../..');

/** Generous: nothing here is judged by time, and the machine may be slow. In ms. */
const patience = 60_000;

const chromiumArguments = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'];

/** Chromium without a window; `CHROMIUM_PATH` names another than Debian's. */
export function launchBrowser() {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, headless: true, args: chromiumArguments });
}

/**
 * A VS Code of its own with a folder of its own: a copy of test/vscode/workspace unless it `isBare`, and `files` (text by name).
 * The extension is that of the repository as built into dist/, or the packed one that `vsix` names.
 * `extension` is a folder to load in its place (VS Code loads one folder at most).
 */
export async function openWorkbench({
  files = {},
  isBare = false,
  settings = {},
  extension = process.env.VSIX ? undefined : root,
  vsix = process.env.VSIX,
  viewport = { width: 1280, height: 800 },
  colorScheme = 'light',
} = {}) {
  await setUpVsCode(console.log);
  const scratch = mkdtempSync(join(tmpdir(), 'procedo-vscode-'));
  const folder = join(scratch, 'workspace');
  const dataFolder = join(scratch, 'data');
  if (isBare) mkdirSync(folder);
  else cpSync(join(import.meta.dirname, 'workspace'), folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const chosen = {
    ...quietSettings,
    'window.autoDetectColorScheme': true,
    'editor.accessibilitySupport': 'off',
    ...settings,
  };
  await writeSettings(dataFolder, chosen);
  if (vsix) await installExtension(vsix, dataFolder);
  const server = await startVsCode({ dataFolder });
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport, colorScheme });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const development = extension ? [['extensionDevelopmentPath', fileUri(server.authority, extension)]] : [];
  return new Workbench({ scratch, folder, server, browser, page, development });
}

/** After a test: a picture of its window in test-output/vscode/ if it has failed, or of every window where PROCEDO_SHOTS is set. */
export async function photograph(test, { page }) {
  if (!test.isFailed() && !process.env.PROCEDO_SHOTS) return;
  mkdirSync(join(root, 'test-output/vscode'), { recursive: true });
  await page.screenshot({ path: join(root, `test-output/vscode/${test.title.replaceAll(/\W+/g, '-')}.png`) });
}

/** One window of VS Code, with the words in which the tests speak of it. */
class Workbench {
  constructor(parts) {
    Object.assign(this, parts);
    /** The text editor on the left. */
    this.editor = this.page.locator('.editor-group-container .monaco-editor').first();
    /** What is inside the preview that is visible (hidden ones stay loaded), or the first of several. */
    const visible = this.page.locator('iframe.webview.ready').filter({ visible: true }).first();
    this.view = visible.contentFrame().frameLocator('iframe#active-frame');
    this.quickInput = this.page.locator('.quick-input-widget');
  }

  /** Loads the window, with a file open if `file` names one of the folder. */
  async load(file, payload = []) {
    const open = file ? [['openFile', fileUri(this.server.authority, join(this.folder, file))]] : [];
    await this.page.goto(windowUrl(this.server.authority, this.folder, [...this.development, ...open, ...payload]));
    await this.page.locator('.monaco-workbench').waitFor();
    if (file) await this.editor.waitFor();
  }

  /** Runs a command by its title. `asks` leaves the box open for the question that follows. */
  async command(title, { asks = false } = {}) {
    await this.#pick('F1', `>${title}`, title);
    if (!asks) await this.quickInput.waitFor({ state: 'hidden' });
  }

  async openFile(name) {
    await this.#pick('Control+P', name, name);
    await this.page.locator('.tab.active', { hasText: name }).first().waitFor();
  }

  async #pick(key, text, row) {
    await this.#repeat(async () => {
      await this.page.keyboard.press(key);
      await this.quickInput.locator('input').first().fill(text, { timeout: 5_000 });
      // The list may still be that of no text at all: what counts is the row that Enter takes.
      await this.quickInput.locator('.monaco-list-row.focused', { hasText: row }).first().waitFor({ timeout: 10_000 });
      await this.page.keyboard.press('Enter');
    });
  }

  /** A page that gets the focus late may close the box again or swallow the key: then once more. */
  async #repeat(work) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (attempt === 5) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Puts the caret behind the first `text` in the editor on the left: when it is found it is selected, which the status bar tells, be it hidden. */
  async caretBehind(text) {
    const find = this.page.locator('.find-widget.visible');
    const selection = this.page.locator('.statusbar-item', { hasText: /^Ln \d+, Col \d+/ });
    await this.#repeat(async () => {
      await this.focusEditor();
      await this.page.keyboard.press('Control+F');
      const words = find.locator('textarea').first();
      // The same words as before would not be looked for.
      await words.fill('', { timeout: 5_000 });
      await words.fill(text);
      const isThere = { state: 'attached', timeout: 10_000 };
      await selection.filter({ hasText: `(${text.length} selected)` }).waitFor(isThere);
      await this.page.keyboard.press('Escape');
      await find.waitFor({ state: 'hidden' });
      await this.page.keyboard.press('ArrowRight');
      await selection.filter({ hasNotText: 'selected' }).waitFor(isThere);
    });
  }

  /** Chooses from a menu that has just opened, which takes no notice of a button that goes up at once. */
  async chooseInMenu(text) {
    const menu = this.page.locator('.action-widget, .monaco-menu').filter({ visible: true });
    await menu.getByText(text).first().click({ delay: 500 });
    await menu.first().waitFor({ state: 'hidden' });
  }

  async focusEditor() {
    await this.page.keyboard.press('Control+1');
    await this.page.locator('.editor-group-container').first().locator('.monaco-editor.focused').waitFor();
  }

  /** Waits for the element of this id in the preview. */
  async drawn(id, view = this.view) {
    await view.locator(`[data-element-id="${id}"].djs-element`).waitFor({ state: 'attached' });
  }

  /** The frames of all previews now loaded, to evaluate in. */
  async previewFrames() {
    const frames = await Promise.all(
      this.page.frames().map(async (frame) => {
        const isPreview = await frame
          .evaluate(() => document.querySelector('.djs-container') !== null)
          .catch(() => false);
        return isPreview ? frame : undefined;
      }),
    );
    return frames.filter((frame) => frame !== undefined);
  }

  /** Waits until the line of the caret in the editor on the left is this one, counted from 1. */
  async caretInLine(line) {
    const active = this.editor.locator('.line-numbers.active-line-number', { hasText: new RegExp(`^${line}$`) });
    await active.first().waitFor();
  }

  async close() {
    await this.browser.close();
    await this.server.stop();
    rmSync(this.scratch, { recursive: true, force: true });
  }
}
