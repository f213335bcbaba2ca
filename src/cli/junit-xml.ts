import { failureSentence, type ScenarioReport } from './scenario-lines.ts';

/** The report as build servers read it: a suite a file, a case a scenario (the JUnit XML that Ant and Maven write). */
export function junitXml(reports: readonly ScenarioReport[]): string {
  const files = Map.groupBy(reports, ({ file }) => file);
  const suites = [...files].map(([file, cases]) => {
    const lines = cases.map((report) => {
      const head = `    <testcase classname="${escaped(file)}" name="${escaped(report.name)}"`;
      if (!report.failure) return `${head}/>`;
      const message = escaped(failureSentence(report));
      return `${head}>\n      <failure message="${message}">${message}</failure>\n    </testcase>`;
    });
    return `  <testsuite name="${escaped(file)}"${counts(cases)}>\n${lines.join('\n')}\n  </testsuite>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${counts(reports)}>\n${suites.join('\n')}\n</testsuites>\n`;
}

function counts(reports: readonly ScenarioReport[]): string {
  return ` tests="${reports.length}" failures="${reports.filter(({ failure }) => failure).length}"`;
}

const entities: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  '\n': '&#10;',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Signs that XML cannot hold at all become a question mark. */
function escaped(text: string): string {
  return text.replace(unwritable, '?').replace(/[<>&"\n]/g, (sign) => entities[sign] ?? sign);
}
