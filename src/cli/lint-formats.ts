/** Findings of `lint` as people and machines read them, a function a format. */
import packageJson from '../../package.json' with { type: 'json' };
import type { Rule } from '../workspace/index.ts';
import { countOf, findingKeys, type LintedFile, type LintFinding, placeText } from './lint-report.ts';
import { visibleText } from './visible-text.ts';
import { escapeXml } from './xml-text.ts';

type Format = (files: readonly LintedFile[]) => string | Promise<string>;

/** All formats by their names. */
export const lintFormats = { stylish, json, sarif, github, gitlab, junit, checkstyle, markdown } satisfies Record<
  string,
  Format
>;
export type LintFormat = keyof typeof lintFormats;

/** One line a finding, the source line below, and a last line that counts. */
function stylish(files: readonly LintedFile[]): string {
  const parts: string[] = [];
  for (const { file, findings } of files) {
    for (const finding of findings) {
      const { severity, message, rule, frame } = finding;
      parts.push(visibleText(`${placeText(file, finding)}: ${severity}: ${message} [${rule}]`));
      if (frame !== undefined) parts.push(frame);
    }
  }
  const summary = summaryOf(files);
  if (summary) parts.push(summary);
  return parts.map((part) => `${part}\n`).join('');
}

function summaryOf(files: readonly LintedFile[]): string {
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const number = countOf(files, severity);
    return number === 0 ? [] : [`${number} ${severity}${number === 1 || severity === 'info' ? '' : 's'}`];
  });
  return parts.join(', ');
}

function rangeFrom1({ range: { start, end } }: LintFinding) {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function json(files: readonly LintedFile[]): string {
  const entries = files.map(({ file, findings }) => ({
    file,
    findings: findings.map((finding) => ({
      rule: finding.rule,
      code: finding.code,
      severity: finding.severity,
      message: finding.message,
      element: finding.element,
      range: rangeFrom1(finding),
      references: finding.references,
    })),
  }));
  return pretty(entries);
}

const sarifLevels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF 2.1.0. The fingerprint is rule and element, so that a finding that moves in its file stays the same alert. */
async function sarif(files: readonly LintedFile[]): Promise<string> {
  // The other formats do without the rules, which take longer to load than a report from the cache.
  const { ruleNamed } = await import('./lint-rules.ts');
  const all = files.flatMap(({ findings }) => findings);
  const codes = [...new Map(all.map(({ code, rule }) => [code, rule]))];
  const indices = new Map(codes.map(([code], index) => [code, index]));
  const results = files.flatMap(({ file, findings }) => {
    const keys = findingKeys(findings);
    return findings.map((finding, at) => ({
      ruleId: finding.code,
      ruleIndex: indices.get(finding.code),
      level: sarifLevels[finding.severity],
      message: { text: finding.message },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: encodeURI(file) }, region: regionOf(finding) },
          ...(finding.element !== null && { logicalLocations: [{ fullyQualifiedName: finding.element }] }),
        },
      ],
      partialFingerprints: { 'elementRule/v1': `${file}:${keys[at]}` },
    }));
  });
  const rules = codes.map(([code, name]) => {
    const rule = ruleNamed(code).find(({ id }) => id === code);
    return rule ? descriptorOf(rule) : { id: code, name, shortDescription: { text: name } };
  });
  // A bundle knows the version of its package and nothing else of it.
  const driver = { name: 'procedo', version: packageJson.version, rules };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return pretty({ $schema: schema, version: '2.1.0', runs: [{ tool: { driver }, results }] });
}

/** What the catalogue says of a rule. A problem of an earlier stage, such as a mistake in the XML, has a name alone. */
function descriptorOf({ id, name, statement, why, severity, clause, references }: Rule) {
  const sources = [clause, ...references].filter((source) => source !== undefined).join(', ');
  const text = [`${statement} ${why}`, ...(sources ? [`See ${sources}.`] : [])].join('\n\n');
  return {
    id,
    name,
    shortDescription: { text: statement },
    fullDescription: { text: `${statement} ${why}` },
    // The page of a rule comes with Procedo. A `helpUri` must be absolute (SARIF 2.1.0, 3.49.12), and the page has no address of its own.
    help: {
      text: `${text}\n\n\`procedo lint --explain ${name}\` says more, as does its page in Procedo, docs/rules/${name}.md.`,
    },
    defaultConfiguration: { level: sarifLevels[severity] },
  };
}

function regionOf(finding: LintFinding) {
  const { start, end } = rangeFrom1(finding);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

const githubLevels = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Commands of GitHub Actions, which it shows as annotations. */
function github(files: readonly LintedFile[]): string {
  const value = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => value(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const lines = files.flatMap(({ file, findings }) =>
    findings.map((finding) => {
      const { startLine, startColumn, endLine, endColumn } = regionOf(finding);
      const place = `file=${property(file)},line=${startLine},col=${startColumn},endLine=${endLine},endColumn=${endColumn}`;
      return `::${githubLevels[finding.severity]} ${place},title=${property(finding.rule)}::${value(finding.message)}\n`;
    }),
  );
  return lines.join('');
}

const gitlabLevels = { error: 'major', warning: 'minor', info: 'info' } as const;

/** The report of GitLab's code quality. */
function gitlab(files: readonly LintedFile[]): string {
  const entries = files.flatMap(({ file, findings }) => {
    const keys = findingKeys(findings);
    return findings.map((finding, at) => ({
      description: finding.message,
      check_name: finding.rule,
      fingerprint: `${file}:${keys[at]}`,
      severity: gitlabLevels[finding.severity],
      location: { path: file, lines: { begin: finding.range.start.line + 1 } },
    }));
  });
  return pretty(entries);
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** JUnit: a suite a file, a failed case a finding; a clean file is one passed case. */
function junit(files: readonly LintedFile[]): string {
  const suites = files.map(({ file, findings }) => {
    const name = escapeXml(file);
    const cases = findings.map((finding) => {
      const message = escapeXml(`${placeText(file, finding)}: ${finding.message}`);
      const head = `    <testcase classname="${name}" name="${escapeXml(finding.rule)}">`;
      return `${head}\n      <failure type="${finding.severity}" message="${message}"/>\n    </testcase>\n`;
    });
    const body = cases.length > 0 ? cases.join('') : `    <testcase classname="${name}" name="lint"/>\n`;
    const counts = `tests="${Math.max(1, findings.length)}" failures="${findings.length}"`;
    return `  <testsuite name="${name}" ${counts}>\n${body}  </testsuite>\n`;
  });
  return `${xmlHead}<testsuites>\n${suites.join('')}</testsuites>\n`;
}

function checkstyle(files: readonly LintedFile[]): string {
  const entries = files.map(({ file, findings }) => {
    const errors = findings.map((finding) => {
      const { startLine, startColumn } = regionOf(finding);
      const place = `line="${startLine}" column="${startColumn}" severity="${finding.severity}"`;
      return `    <error ${place} message="${escapeXml(finding.message)}" source="procedo.${escapeXml(finding.rule)}"/>\n`;
    });
    return `  <file name="${escapeXml(file)}">\n${errors.join('')}  </file>\n`;
  });
  return `${xmlHead}<checkstyle version="4.3">\n${entries.join('')}</checkstyle>\n`;
}

/** A table for a comment on a pull request. */
function markdown(files: readonly LintedFile[]): string {
  const cell = (text: string) => text.replace(/[\\|<>`*_[\]]/g, '\\$&').replace(/\s+/g, ' ');
  const rows = files.flatMap(({ file, findings }) =>
    findings.map(
      (finding) =>
        `| ${finding.severity} | ${cell(placeText(file, finding))} | ${cell(finding.message)} | ${finding.rule} |\n`,
    ),
  );
  if (rows.length === 0) return 'No findings.\n';
  return `${summaryOf(files)}\n\n| | place | finding | rule |\n|---|---|---|---|\n${rows.join('')}`;
}
