/** A simulation in the preview page, as a person sees and uses it. */
import type { Browser } from 'playwright-core';
import type { ModelMessage } from '../../src/protocol/preview.ts';
import { drawnDiagrams } from '../../src/workspace/drawn-diagrams.ts';
import { exportXml, noFiles, open } from '../../src/workspace/index.ts';
import { casesOf, processesOf } from '../../src/workspace/models-that-run.ts';
import { type PageOptions, PreviewPage } from './preview-page.ts';

export class Simulated {
  readonly preview: PreviewPage;

  private constructor(preview: PreviewPage) {
    this.preview = preview;
  }

  /** Shows a model in XML, or a text of the language, and switches to the simulation. */
  static async open(browser: Browser, model: string, options: PageOptions = {}): Promise<Simulated> {
    const preview = await PreviewPage.open(browser, options);
    const simulated = new Simulated(preview);
    await simulated.load(model);
    await simulated.press('s');
    await preview.page.waitForSelector('#simulation .bar');
    return simulated;
  }

  /** Another diagram is shown when the page asks for it, as the extension does. */
  async load(model: string): Promise<void> {
    const shown = model.startsWith('<') ? { xml: model } : await drawn(model);
    this.preview.heard = (message) => {
      if (message.type === 'show') void this.preview.show({ ...shown, shown: message.diagram });
    };
    await this.preview.show(shown);
  }

  get page() {
    return this.preview.page;
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** What can be done, in words. */
  offers(): Promise<string[]> {
    return this.lines('What can be done');
  }

  /** The lines of a list. */
  lines(title: string): Promise<string[]> {
    return this.section(title).locator('li > button:not(.run, .cross)').allTextContents();
  }

  section(title: string) {
    return this.page.locator('#simulation section', { has: this.page.getByRole('heading', { name: title }) });
  }

  /** Waits until this can be done, and does it. */
  async take(label: string): Promise<void> {
    await this.section('What can be done').getByRole('button', { name: label, exact: true }).click();
  }

  async status(): Promise<string> {
    return (await this.page.textContent('#simulation .status')) ?? '';
  }

  until(isSo: () => Promise<boolean>): Promise<void> {
    return this.preview.until(isSo);
  }

  /** What is painted over the picture, to compare. */
  painted(): Promise<string> {
    return this.page.evaluate(() => document.querySelector<HTMLCanvasElement>('.procedo-tokens')?.toDataURL() ?? '');
  }
}

/** What a text shows, as the extension sends it. */
export async function drawn(text: string): Promise<Pick<ModelMessage, 'xml' | 'caseXml' | 'diagrams'>> {
  const document = await open('drawn.procedo', new TextEncoder().encode(text), noFiles);
  const [xml = '', caseXml = ''] = [exportXml(document, 'bpmn'), exportXml(document, 'cmmn')];
  if (xml === '' && caseXml === '') throw new Error(`It cannot be drawn: ${JSON.stringify(document.problems)}`);
  const models = [processesOf(document) ?? [], casesOf(document) ?? []].flat();
  return { xml, caseXml, diagrams: models.flatMap((each) => drawnDiagrams(each)) };
}
