/**
 * Text → laid-out model, warm, by stage, for texts of 100, 1,000 and 5,000 steps: what an editor does at a keystroke.
 * Medians of several runs in one process; a cold first run stands beside.
 */

import { loadBundled } from './parts/load-bundled.mjs';
import { structuredText } from './structured-text.mjs';

const road = await loadBundled(`
  export { URI } from 'langium';
  export { createProcedoServices } from './src/language/index.ts';
  export { compile } from './src/mapping/index.ts';
  export { layout } from './src/layout/index.ts';
  export { writeModel } from './src/model/index.ts';`);
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

async function once(text, count) {
  const services = road.createProcedoServices();
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = services.shared.workspace;
  const times = { parse: [], compile: [], layout: [], write: [] };
  for (let run = 0; run < count; run++) {
    const uri = road.URI.parse(`file:///bench${run}.procedo`);
    const marks = [performance.now()];
    const document = LangiumDocumentFactory.fromString(text, uri);
    LangiumDocuments.addDocument(document);
    await DocumentBuilder.build([document]);
    marks.push(performance.now());
    const { definitions } = road.compile(document.parseResult.value).value;
    marks.push(performance.now());
    definitions.set('diagrams', road.layout(definitions).value);
    marks.push(performance.now());
    road.writeModel(definitions);
    marks.push(performance.now());
    LangiumDocuments.deleteDocument(uri);
    for (const [index, stage] of Object.keys(times).entries()) times[stage].push(marks[index + 1] - marks[index]);
  }
  return times;
}

const cold = await once(structuredText(20), 1);
console.log(
  `cold, 20 steps: ${Object.entries(cold)
    .map(([stage, [ms]]) => `${stage} ${ms.toFixed(0)}`)
    .join(', ')} ms`,
);
for (const steps of [100, 1000, 5000]) {
  const times = await once(structuredText(steps), steps > 1000 ? 5 : 9);
  const parts = Object.entries(times).map(([stage, values]) => [stage, median(values.slice(1))]);
  const total = parts.reduce((sum, [, ms]) => sum + ms, 0);
  console.log(
    `${steps} steps: ${total.toFixed(0)} ms (${parts.map(([stage, ms]) => `${stage} ${ms.toFixed(1)}`).join(', ')})`,
  );
}
