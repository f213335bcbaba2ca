/**
 * No picture gets worse unseen: the metrics of every layout fixture and example, beside those that are committed. `npm run test:update` writes
 * them anew; look at the pictures first (`npm run test:inspect`).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { layout, layoutCases } from '../../src/layout/index.ts';
import { is } from '../../src/model/index.ts';
import { isWhole, noFiles, open } from '../../src/workspace/index.ts';
import { caseMetricsOf } from './cases/case-quality.ts';
import {
  baselinePath,
  differences,
  type Metrics,
  metricsOf,
  picturesToJudge,
  printBaseline,
  readBaseline,
} from './metrics.ts';

/** As for snapshots: `all` writes everything anew (`-u`), `new` what is missing, `none` nothing (a build server). Known while a test runs. */
let mode: 'all' | 'new' | 'none' = 'none';
const baseline = readBaseline();
const kept = new Map<string, Metrics>();
const better: string[] = [];

async function judge(path: string): Promise<Metrics> {
  const document = await open(path, readFileSync(path), noFiles);
  if (is(document.definitions, 'cmmn:Definitions')) return caseMetricsOf(layoutCases(document.definitions).value);
  if (!isWhole(document)) throw new Error(`${path} has errors: ${document.problems[0]?.message}`);
  const processes = metricsOf(layout(document.definitions).value);
  return document.cases ? plus(processes, caseMetricsOf(layoutCases(document.cases).value)) : processes;
}

function plus(a: Metrics, b: Metrics): Metrics {
  return {
    defects: a.defects + b.defects,
    crossings: a.crossings + b.crossings,
    bends: a.bends + b.bends,
    length: a.length + b.length,
    area: a.area + b.area,
  };
}

describe('Pictures are no worse than the baseline', () => {
  beforeEach(() => {
    mode = expect.getState().snapshotState.snapshotUpdateState;
  });

  it.each([...picturesToJudge()])('%s', async (name, path) => {
    const now = await judge(path);
    const before = baseline[name];
    const isKept = before && mode !== 'all';
    kept.set(name, isKept ? before : now);
    if (!isKept) return expect(mode, `${name} has no baseline: run \`npm run test:update\``).not.toBe('none');
    const found = differences(before, now);
    better.push(...found.better.map((difference) => `${name}: ${difference}`));
    expect(found.worse).toEqual([]);
  });

  it('nothing is in it that is not drawn', () => {
    if (mode !== 'all') expect(Object.keys(baseline).filter((name) => !picturesToJudge().has(name))).toEqual([]);
  });

  afterAll(() => {
    const text = printBaseline(Object.fromEntries(kept));
    if (mode !== 'none' && kept.size === picturesToJudge().size && text !== readFileSync(baselinePath, 'utf8'))
      writeFileSync(baselinePath, text);
    if (better.length > 0 && mode !== 'all')
      console.log(`Better than the baseline. \`npm run test:update\` keeps it:\n${better.join('\n')}`);
  });
});

describe('The baseline', () => {
  const metrics: Metrics = { defects: 0, crossings: 1, bends: 4, length: 1000, area: 200 };

  it('is worse with one bend more, or three per cent of length', () => {
    expect(differences(metrics, { ...metrics, bends: 5, length: 1010 }).worse).toEqual(['5 bends, were 4']);
    expect(differences(metrics, { ...metrics, length: 1030 }).worse).toEqual(['1030 length, were 1000']);
  });

  it('is better with a crossing less', () => {
    expect(differences(metrics, { ...metrics, crossings: 0 })).toEqual({ worse: [], better: ['0 crossings, were 1'] });
  });
});
