import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { ModelMessage } from '../../src/protocol/preview.ts';
import { launchChromium, type PageOptions, PreviewPage } from './preview-page.ts';

const fixtures = join(import.meta.dirname, '../fixtures/webview');

/** A case with all kinds of items, and a file of processes. */
export const caseXml = readFileSync(join(fixtures, 'claim.cmmn'), 'utf8');
export const xml = readFileSync(join(fixtures, 'nested.bpmn'), 'utf8');
export const diagrams = [{ id: 'Claim', name: 'Claim', notation: 'cmmn' }] as const;

/** The preview page of the tests of a file, a new one for each, with the words in which they speak of cases in it. */
export class CasePage {
  #browser: Browser | undefined;
  #preview: PreviewPage | undefined;

  constructor() {
    beforeAll(async () => {
      this.#browser = await launchChromium();
    });
    afterAll(() => this.#browser?.close());
    beforeEach(async () => {
      this.#preview = await this.open();
    });
    afterEach(async () => {
      expect(this.preview.complaints).toEqual([]);
      await this.preview.page.close();
    });
  }

  get preview(): PreviewPage {
    if (!this.#preview) throw new Error('No test is running.');
    return this.#preview;
  }

  /** A further page. */
  open(options?: PageOptions): Promise<PreviewPage> {
    if (!this.#browser) throw new Error('No test is running.');
    return PreviewPage.open(this.#browser, options);
  }

  show(model: Partial<ModelMessage> = {}): Promise<void> {
    return this.preview.show({ caseXml, diagrams, ...model });
  }

  press(key: string): Promise<void> {
    return this.preview.page.keyboard.press(key);
  }

  click(id: string): Promise<void> {
    return this.preview.element(id).locator('> .djs-hit').click();
  }

  /** The ids of what has a marker. */
  marked(marker: string): Promise<(string | null)[]> {
    const elements = this.preview.page.locator(`.${marker}`);
    return elements.evaluateAll((all) => all.map((one) => one.getAttribute('data-element-id')));
  }

  /** Scale and place of what is visible. */
  async viewport(of = this.preview): Promise<number[]> {
    const transform = await of.page.locator('.viewport').getAttribute('transform');
    return (transform ?? '').match(/-?[\d.]+/g)?.map((number) => Math.round(Number(number) * 100) / 100) ?? [];
  }
}
