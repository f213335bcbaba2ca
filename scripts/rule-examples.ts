/**
 * What the page of a rule shows: a model that breaks the rule, what is said of it, one that is well, and a picture of both where one sees
 * the difference. They are the rule's fixtures, the texts before the XML. Runs bundled (`bundled.ts`): bpmn-js draws only so.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparePositions, type Position } from '../src/base/range.ts';
import { codeFrame } from '../src/cli/code-frame.ts';
import { type Finding, rules } from '../src/lint/index.ts';
import type { Rule } from '../src/lint/rule.ts';
import { noFiles, type SourceDocument, SourceReader } from '../src/workspace/index.ts';
import { lintDocument } from '../src/workspace/lint-document.ts';
import { drawSide, picture } from './rule-picture.ts';

/** One file of a rule's fixtures. */
export interface ExampleFile {
  /** `invalid.procedo` */
  readonly name: string;
  readonly text: string;
}

export interface RuleExample {
  readonly wrong: ExampleFile;
  readonly right: ExampleFile;
  /** The findings as `procedo lint` tells them, each with the line it is on. */
  readonly told: string;
  /** SVG; none where the two look the same. */
  readonly picture?: string;
  /** What the example sets, where the defaults find nothing. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** The files of a rule: the first pair of which both are there. */
const pairs = [
  ['invalid.procedo', 'valid.procedo'],
  ['invalid.procedo', 'fixed.procedo'],
  ['invalid.bpmn', 'valid.bpmn'],
  ['invalid.cmmn', 'valid.cmmn'],
] as const;

/**
 * The examples of all rules, by their names.
 * @param fixtures the folder of the fixtures
 * @param isPictured whether the rule with a name is about what one sees
 */
export async function ruleExamples(
  fixtures: string,
  isPictured: (name: string) => boolean,
): Promise<ReadonlyMap<string, RuleExample>> {
  const examples = new Map<string, RuleExample>();
  const reader = new SourceReader(noFiles);
  for (const rule of rules) {
    // A folder each: the files of a folder share their names.
    const open = ({ name, text }: ExampleFile) => reader.open(`${rule.name}/${name}`, new TextEncoder().encode(text));
    examples.set(rule.name, await exampleOf(rule, join(fixtures, rule.name), open, isPictured(rule.name)));
  }
  return examples;
}

async function exampleOf(
  rule: Rule,
  folder: string,
  open: (file: ExampleFile) => Promise<SourceDocument>,
  isPictured: boolean,
): Promise<RuleExample> {
  const pair = pairs.find((names) => names.every((name) => existsSync(join(folder, name))));
  if (!pair) throw new Error(`${folder} has no pair of a model that is invalid and one that is well.`);
  const [wrong, right] = pair.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  if (!wrong || !right) throw new Error(`${folder} cannot be read.`);
  const optionsPath = join(folder, 'options.json');
  const options = existsSync(optionsPath) ? JSON.parse(readFileSync(optionsPath, 'utf8')) : undefined;
  const document = await open(wrong);
  const findings = findingsOf(document, { ...rule, options: { ...rule.options, ...options } });
  if (findings.length === 0) throw new Error(`${join(folder, wrong.name)} does not break the rule.`);
  const told = findings.map((finding) => toldOf(wrong, document, finding)).join('\n');
  const drawn = isPictured ? await pictureOf(document, await open(right), findings) : undefined;
  return { wrong, right, told, ...(drawn && { picture: drawn }), ...(options && { options }) };
}

/** A rule about comments that suppress others needs others to be on. */
function findingsOf(document: SourceDocument, rule: Rule): Finding[] {
  const others = rule.check ? [] : rules.filter(({ name }) => name !== rule.name);
  const active = [rule, ...others].map((one) => ({
    rule: one,
    severity: one.severity,
    options: one.options ?? {},
    profile: one.profiles?.[0],
  }));
  return lintDocument(document, active, { maxStates: 1000 })
    .filter((finding) => finding.rule === rule)
    .sort((a, b) => comparePositions(startOf(a), startOf(b)));
}

function startOf({ range }: Finding): Position {
  return range?.start ?? { line: 0, character: 0 };
}

function toldOf({ name }: ExampleFile, { text }: SourceDocument, finding: Finding): string {
  const { range, message, severity, rule } = finding;
  const { line, character } = startOf(finding);
  const told = `${name}:${line + 1}:${character + 1}: ${severity}: ${message} [${rule.name}]`;
  const frame = range && codeFrame(text.split('\n'), range);
  return frame === undefined ? told : `${told}\n${frame}`;
}

async function pictureOf(
  wrong: SourceDocument,
  right: SourceDocument,
  findings: readonly Finding[],
): Promise<string | undefined> {
  const found = new Set(findings.flatMap(({ element }) => element ?? []));
  const [left, other] = [await drawSide(wrong, found), await drawSide(right, new Set())];
  return left && other && left.plain !== other.plain ? picture(left, other) : undefined;
}
