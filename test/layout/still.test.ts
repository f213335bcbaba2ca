import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/index.ts';
import type { Definitions } from '../../src/model/index.ts';
import { isWhole, noFiles, open } from '../../src/workspace/index.ts';
import { applyEdit, type Edit } from './one-line-edits.ts';
import { stabilityOf } from './stability.ts';

const folder = new URL('../fixtures/still/', import.meta.url);
const texts = readdirSync(folder).filter((name) => name.endsWith('.procedo'));

async function modelOf(name: string): Promise<Definitions> {
  const document = await open(name, readFileSync(new URL(name, folder)), noFiles);
  if (!isWhole(document)) throw new Error(`${name}: ${document.problems[0]?.message}`);
  return document.definitions;
}

/** How many nodes change their height when a text is edited so. */
async function jumps(name: string, edit: Edit): Promise<number> {
  const before = layout(await modelOf(name)).value;
  const edited = await modelOf(name);
  const touched = applyEdit(edited, edit);
  return stabilityOf(before, layout(edited).value, touched).J.count;
}

describe('Still: none of the edits that NAME.edits.json lists moves another step of NAME.procedo up or down', () => {
  it.each(texts)('%s', async (name) => {
    const edits: Edit[] = JSON.parse(readFileSync(new URL(`${parse(name).name}.edits.json`, folder), 'utf8'));
    const moved: string[] = [];
    for (const edit of edits) if ((await jumps(name, edit)) > 0) moved.push(`${edit.kind} ${edit.id}`);
    expect(edits).not.toEqual([]);
    expect(moved).toEqual([]);
  });
});
