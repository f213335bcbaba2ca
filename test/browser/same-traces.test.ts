/** The same seed gives the same trace, byte for byte, in Node and in Chromium. */
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blockModel, blockXml } from '../semantics/block-model.ts';
import { caseXml, randomCase } from '../semantics/cases/random-case.ts';
import { tangle, tangledXml } from '../semantics/tangled-model.ts';
import { launchChromium } from './preview-page.ts';
import { tracesOf } from './traces-of.ts';

const seed = 20_240_601;
const sample = (models: fc.Arbitrary<string>) => fc.sample(models, { seed, numRuns: 50 });

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test.each([
  ['block-structured processes', blockModel.map(blockXml)],
  ['processes wired with each other at will', tangle.map(tangledXml)],
  ['cases', randomCase.map((nodes) => caseXml(nodes))],
])('of generated %s', async (_, models) => {
  const xml = sample(models);
  const here = tracesOf(xml, seed, 100);
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(import.meta.dirname, 'traces-of.ts')],
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'error',
  });
  const page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  const there = await page.evaluate(
    ([models, seed]) => {
      const { tracesOf } = globalThis as unknown as {
        tracesOf(models: string[], seed: number, acts: number): string[];
      };
      return tracesOf(models, seed, 100);
    },
    [xml, seed] as const,
  );
  await page.close();
  expect(here.filter((trace) => trace.length > 200).length, 'most models run').toBeGreaterThan(25);
  expect(there).toEqual(here);
});
