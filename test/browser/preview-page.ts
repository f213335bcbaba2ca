import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { pageBundle } from '../../scripts/page-bundle.mjs';
import { comparisonHtml, pageHtml } from '../../src/extension/page-html.ts';
import type { FromComparisonView } from '../../src/protocol/comparison.ts';
import type { ModelMessage, ToHost } from '../../src/protocol/preview.ts';
import themes from './themes.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const origin = 'https://preview.test';

export type Theme = keyof typeof themes;

/** How the page is opened: in which theme, what it kept from the time before, and with which settings of the system. */
export interface PageOptions {
  /** Which page; the preview by default. */
  readonly which?: 'preview' | 'comparison';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly theme?: Theme;
  readonly state?: unknown;
  readonly reducedMotion?: 'reduce' | 'no-preference';
}

/** What a page tells the extension. */
type Posted = ToHost | FromComparisonView;

/** The preview page (or the one that compares) in Chromium, with its real policy, and the test as the extension behind it. */
export class PreviewPage {
  readonly page: Page;
  /** What the page told the extension, in order. */
  readonly posted: Posted[] = [];
  /** Breaches of the policy, errors, requests to elsewhere. */
  readonly complaints: string[] = [];
  /** Hears what the page tells the extension. */
  heard: (message: Posted) => void = () => undefined;
  /** What the page would get back after a reload. */
  state: unknown;
  #sequence = 0;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: Browser, options: PageOptions = {}): Promise<PreviewPage> {
    const { theme = 'vscode-light', state, reducedMotion = 'reduce', which = 'preview' } = options;
    const { viewport = { width: 760, height: 520 } } = options;
    const page = await browser.newPage({ viewport, reducedMotion });
    const preview = new PreviewPage(page);
    await preview.#listen();
    await page.addInitScript(pretendToBeVsCode, { ...themes[theme], theme, state });
    const parts = { script: `${origin}/${which}.js`, style: `${origin}/${which}.css`, source: origin };
    const html = which === 'preview' ? pageHtml(parts) : comparisonHtml(parts);
    const files = { ...(await bundle()), '/': html };
    await page.route('**/*', async (route) => {
      const path = new URL(route.request().url()).pathname;
      const body = route.request().url().startsWith(origin) ? Reflect.get(files, path) : undefined;
      if (body === undefined) {
        preview.complaints.push(`asked for ${route.request().url()}`);
        await route.abort();
      } else {
        await route.fulfill({ body, contentType: contentTypes[path.slice(path.lastIndexOf('.'))] ?? 'text/html' });
      }
    });
    await page.goto(`${origin}/`);
    await preview.until(() => preview.posted.some(({ type }) => type === 'ready'));
    return preview;
  }

  /** Sends a model and waits until it is drawn, or has failed. */
  async show(model: Partial<ModelMessage>): Promise<void> {
    const seq = ++this.#sequence;
    const whole = {
      type: 'model',
      uri: 'file:///a.procedo',
      diagrams: [],
      shown: '',
      xml: '',
      caseXml: '',
      problems: [],
    };
    await this.send({ ...whole, ...model, seq });
    await this.until(() => this.posted.some((message) => 'seq' in message && message.seq === seq));
  }

  async send(message: unknown): Promise<void> {
    await this.page.evaluate((message) => window.postMessage(message), message);
  }

  /** The last message of a type that the page sent. */
  last<T extends Posted['type']>(type: T): Extract<Posted, { type: T }> | undefined {
    const found = this.posted.findLast((message) => message.type === type);
    return found as Extract<Posted, { type: T }> | undefined;
  }

  async until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 30_000;
    while (!(await isSo())) {
      if (Date.now() > deadline)
        throw new Error(`Waited in vain for ${isSo}. The page said: ${this.complaints.join()}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** The element drawn under this id. */
  element(id: string) {
    return this.page.locator(`[data-element-id="${id}"].djs-element`);
  }

  async #listen(): Promise<void> {
    this.page.on('console', (message) => message.type() === 'error' && this.complaints.push(message.text()));
    this.page.on('pageerror', (error) => this.complaints.push(String(error)));
    await this.page.exposeFunction('tellHost', (message: Posted) => {
      this.posted.push(message);
      this.heard(message);
    });
    await this.page.exposeFunction('keepState', (state: unknown) => {
      this.state = state;
    });
  }
}

/** Chromium as the tests start it; `CHROMIUM_PATH` names another than Debian's. */
export function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
}

/** Runs in the page before its script: what VS Code gives a webview. */
function pretendToBeVsCode({ variables, body, state }: { variables: object; body: string; state: unknown }): void {
  const host = window as unknown as { tellHost(message: unknown): void; keepState(state: unknown): void };
  let kept = state;
  const api = {
    postMessage: (message: unknown) => host.tellHost(message),
    getState: () => kept,
    setState: (state: unknown) => {
      kept = state;
      host.keepState(state);
    },
  };
  Object.assign(window, { acquireVsCodeApi: () => api });
  document.addEventListener('DOMContentLoaded', () => {
    for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
    document.body.classList.add(...body.split(' '));
  });
}

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

let bundled: Promise<Record<string, Buffer>> | undefined;

/** The page's files by path, made as scripts/build.mjs makes them. */
function bundle(): Promise<Record<string, Buffer>> {
  bundled ??= esbuild
    .build({ ...pageBundle, absWorkingDir: root, outdir: '/', write: false, logLevel: 'error' })
    .then(({ outputFiles = [] }) =>
      Object.fromEntries(outputFiles.map(({ path, contents }) => [path, Buffer.from(contents)])),
    );
  return bundled;
}
