/** Malformed and hostile files: each has its sentence, none stops the program. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shared } from '../shared.ts';
import { tryCommand } from './try-command.ts';

/** The files of shared/corpus/broken that are not well-formed or cannot be decoded. */
const unreadable = [
  'crossed-tags.bpmn',
  'entity-bomb-small.cmmn',
  'entity-of-a-file.bpmn',
  'json-not-xml.bpmn',
  'space-before-declaration.bpmn',
  'truncated-after-process.bpmn',
  'truncated-in-comment.cmmn',
  'undeclared-entity.cmmn',
  'undeclared-prefix.bpmn',
  'utf16-odd-length.bpmn',
  'windows-1252-declared-utf8.cmmn',
];

const folder = shared('corpus/broken');

describe.skipIf(!folder)('corpus/broken', () => {
  const names = folder ? readdirSync(folder) : [];

  test.each(unreadable)('%s has a place and a sentence', async (name) => {
    const { code, stdout, stderr } = await tryCommand(['check', name], folder ?? '');
    expect(stdout.toString()).toMatch(new RegExp(`^${name}:\\d+:\\d+: error: [A-Z].*[.!?)] \\[[a-z-]+\\]$`, 'm'));
    expect([code, stderr]).toEqual([2, '']);
    const exported = await tryCommand(['export', name], folder ?? '');
    expect([exported.code, exported.stdout.length]).toEqual([2, 0]);
    expect(exported.stderr).not.toMatch(/^\s+at /m);
  });

  test.each(names.filter((name) => !unreadable.includes(name)))('%s is read and written', async (name) => {
    const { code, stdout } = await tryCommand(['export', name], folder ?? '');
    expect(code).toBe(0);
    expect(stdout.toString()).toMatch(/definitions>\s*$/);
  });

  test('import of one that nests deeper than texts do says where, and what to do', async () => {
    const { code, stderr } = await tryCommand(['import', 'nested-400.bpmn', '-o', '/dev/null'], folder ?? '');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^nested-400\.bpmn:4:\d+: error: .* call that from here\. \[not-a-text\]\n$/);
  });

  test('one command over all of them goes through to the end', async () => {
    const { code, stdout } = await tryCommand(['check', '--json', '.'], join(folder ?? ''));
    expect(code).toBe(2);
    expect(JSON.parse(stdout.toString())).toHaveLength(names.length);
  });
});
