/** What the picture says of what is wrong: marks with their messages, and what a half-typed line leaves behind. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ViewProblem } from '../../src/protocol/server.ts';
import { launchChromium, PreviewPage } from './preview-page.ts';

const xml = readFileSync(join(import.meta.dirname, '../fixtures/webview/nested.bpmn'), 'utf8');
const range = { start: { line: 3, character: 2 }, end: { line: 3, character: 9 } };

function problem(element: string, message: string, severity: ViewProblem['severity'] = 'error'): ViewProblem {
  return { severity, code: 'some-code', message, range, element };
}

let browser: Browser;
let preview: PreviewPage;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  preview = await PreviewPage.open(browser);
});
afterEach(async () => {
  expect(preview.complaints).toEqual([]);
  await preview.page.close();
});

const mark = (id: string) => preview.element(id).locator('> .procedo-problem');
const tip = () => preview.page.getByRole('tooltip');

describe('a problem', () => {
  it('is marked on its element; the message shows on hover and on focus', async () => {
    await preview.show({ xml, problems: [problem('check', 'Say who checks.')] });
    await mark('check').hover();
    expect(await tip().textContent()).toBe('Say who checks.');
    await preview.page.mouse.move(5, 300);
    await tip().waitFor({ state: 'hidden' });
    await mark('check').focus();
    expect(await tip().textContent()).toBe('Say who checks.');
    await preview.page.keyboard.press('Escape');
    expect(await tip().isVisible()).toBe(false);
    expect(await mark('check').getAttribute('aria-label')).toBe('error: Say who checks.');
  });

  it.each(['click', 'Enter'])('leads to its place by %s', async (how) => {
    await preview.show({ xml, problems: [problem('check', 'Say who checks.')] });
    await (how === 'click' ? mark('check').click() : mark('check').press(how));
    await preview.until(() => preview.last('openRange') !== undefined);
    expect(preview.last('openRange')).toEqual({ type: 'openRange', range });
    expect(preview.last('select')).toBeUndefined();
  });

  it('shares one mark with others, which has the form of the worst', async () => {
    const problems = [problem('check', 'Too long.', 'info'), problem('check', 'No.', 'warning'), problem('x', 'Away.')];
    await preview.show({ xml, problems });
    await mark('check').hover();
    expect(await tip().locator('> *').allTextContents()).toEqual(['No.', 'Too long.']);
    expect(await mark('check').getAttribute('class')).toBe('procedo-problem warning');
  });

  it('sits on a flow too', async () => {
    await preview.show({ xml, problems: [problem('checked', 'Where to?')] });
    await mark('checked').hover();
    expect(await tip().textContent()).toBe('Where to?');
  });

  it('inside of a collapsed sub-process shows on its shape', async () => {
    await preview.show({ xml, problems: [problem('dial', 'Which number?')] });
    await mark('ship').hover();
    expect(await tip().textContent()).toBe('Which number?');
    await preview.page.getByRole('button', { name: 'Step into Ship it' }).click();
    await mark('call').waitFor();
  });

  it('goes at once when it is mended, and its message with it', async () => {
    await preview.show({ xml, problems: [problem('check', 'Say who checks.')] });
    await mark('check').hover();
    await preview.show({ xml, problems: [] });
    expect([await mark('check').count(), await tip().isVisible()]).toEqual([0, false]);
  });

  it('is text, whatever its message holds', async () => {
    await preview.show({ xml, problems: [problem('check', '<img src=x onerror=alert(1)>')] });
    await mark('check').hover();
    expect(await tip().textContent()).toBe('<img src=x onerror=alert(1)>');
    expect(await preview.page.locator('img[src=x]').count()).toBe(0);
  });

  it.each(['vscode-dark', 'vscode-light', 'vscode-high-contrast', 'vscode-high-contrast-light'] as const)(
    'has the colour that %s gives its severity',
    async (theme) => {
      const themed = await PreviewPage.open(browser, { theme });
      await themed.show({ xml, problems: [problem('check', 'a'), problem('ship', 'b', 'warning')] });
      const fill = async (id: string) => {
        const filled = themed.element(id).locator('.procedo-problem .filled');
        await filled.waitFor();
        return filled.evaluate((path) => getComputedStyle(path).fill);
      };
      expect(await fill('check')).not.toBe(await fill('ship'));
      expect(themed.complaints).toEqual([]);
      await themed.page.close();
    },
  );
});

describe('an element whose line is half-typed', () => {
  const dimmed = () =>
    preview.page.locator('.procedo-dimmed').evaluateAll((all) => all.map((one) => one.getAttribute('data-element-id')));

  it('is dimmed with its flows until it is whole', async () => {
    await preview.show({ xml });
    await preview.show({ xml, held: ['check', 'gone'] });
    expect(await dimmed()).toEqual(['check', 'checked']);
    await preview.show({ xml });
    expect(await dimmed()).toEqual([]);
  });
});
