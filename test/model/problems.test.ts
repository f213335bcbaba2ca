/**
 * What the reader says about a file, in `NAME.problems.txt` beside each of test/fixtures/model/{unreadable,warned}: a line
 * a problem. After adding a file, `npm run test:update` writes the expectation: look at it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/base/problem.ts';
import { decodeXml, readModel } from '../../src/model/index.ts';

const fixtures = join(import.meta.dirname, '../fixtures/model');

function line({ severity, code, message, range }: Problem): string {
  return `${(range?.start.line ?? -1) + 1}:${(range?.start.character ?? -1) + 1} ${severity} ${code}: ${message}\n`;
}

function modelsIn(folder: string): string[] {
  return readdirSync(join(fixtures, folder)).filter((name) => /\.(bpmn|cmmn)$/.test(name));
}

describe('files that cannot be read get one error with a place', () => {
  it.each(modelsIn('unreadable'))('%s', async (name) => {
    const { definitions, problems } = readModel(readFileSync(join(fixtures, 'unreadable', name), 'utf8'));
    expect(definitions).toBeUndefined();
    expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    await expect(problems.map(line).join('')).toMatchFileSnapshot(join(fixtures, 'unreadable', `${name}.problems.txt`));
  });
});

describe('files that can be read get warnings only', () => {
  it.each(modelsIn('warned'))('%s', async (name) => {
    const { definitions, problems } = readModel(readFileSync(join(fixtures, 'warned', name), 'utf8'));
    expect(definitions).toBeDefined();
    expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
    await expect(problems.map(line).join('')).toMatchFileSnapshot(join(fixtures, 'warned', `${name}.problems.txt`));
  });
});

describe('bytes', () => {
  const xml = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a b="Gr\u00fc\u00dfe"/>`;
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  const readable: [string, Uint8Array, string][] = [
    ['UTF-8', Buffer.from(xml('UTF-8')), xml('UTF-8')],
    ['UTF-8 with byte order mark', Buffer.from(`\uFEFF${xml('UTF-8')}`), xml('UTF-8')],
    ['UTF-16, little end first', utf16(`\uFEFF${xml('UTF-16')}`), xml('UTF-16')],
    ['UTF-16, big end first', utf16(`\uFEFF${xml('UTF-16')}`).swap16(), xml('UTF-16')],
    ['UTF-16 without byte order mark', utf16(xml('UTF-16')), xml('UTF-16')],
    ['UTF-8 that says UTF-16', Buffer.from(xml('UTF-16')), xml('UTF-16')],
    ['ISO-8859-1', Buffer.from(xml('ISO-8859-1'), 'latin1'), xml('ISO-8859-1')],
  ];
  it.each(readable)('%s', (_, bytes, text) => expect(decodeXml(bytes)).toEqual({ value: text, problems: [] }));

  const unreadable: [string, Uint8Array, string][] = [
    ['another encoding than is said', Buffer.from(xml('UTF-8'), 'latin1'), '1:47'],
    ['half a character of UTF-16', utf16(`\uFEFF${xml('UTF-16')}`).subarray(0, -1), '1:53'],
    ['an encoding that nobody knows', Buffer.from(xml('X-NONE')), '1:1'],
  ];
  it.each(unreadable)('%s', (_, bytes, place) => {
    const { value, problems } = decodeXml(bytes);
    expect(value).toBeUndefined();
    expect(problems.map(line).join('')).toMatch(new RegExp(`^${place} error unreadable-encoding: .*\\.\n$`));
  });
});

describe('depth', () => {
  const nested = (depth: number) => {
    const open = Array.from({ length: depth }, (_, n) => `<subProcess id="s${n}">`).join('');
    return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">${open}${'</subProcess>'.repeat(depth)}</process></definitions>`;
  };
  it('2,900 levels are read', () => expect(readModel(nested(2900)).problems).toEqual([]));
  it('more than 3,000 are a problem', () => {
    expect(readModel(nested(20_000)).problems.map(line).join('')).toMatch(/^1:\d+ error nested-too-deep: /);
  });
});
