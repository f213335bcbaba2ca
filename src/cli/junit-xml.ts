import { failureSentence, type ScenarioReport } from './scenario-lines.ts';
import { escapeXml } from './xml-text.ts';

/** The report as build servers read it: a suite a file, a case a scenario (the JUnit XML that Ant and Maven write). */
export function junitXml(reports: readonly ScenarioReport[]): string {
  const files = Map.groupBy(reports, ({ file }) => file);
  const suites = [...files].map(([file, cases]) => {
    const lines = cases.map((report) => {
      const head = `    <testcase classname="${escapeXml(file)}" name="${escapeXml(report.name)}"`;
      if (!report.failure) return `${head}/>`;
      const message = escapeXml(failureSentence(report));
      return `${head}>\n      <failure message="${message}">${message}</failure>\n    </testcase>`;
    });
    return `  <testsuite name="${escapeXml(file)}"${counts(cases)}>\n${lines.join('\n')}\n  </testsuite>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${counts(reports)}>\n${suites.join('\n')}\n</testsuites>\n`;
}

function counts(reports: readonly ScenarioReport[]): string {
  return ` tests="${reports.length}" failures="${reports.filter(({ failure }) => failure).length}"`;
}
