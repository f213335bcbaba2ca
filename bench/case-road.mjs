/**
 * Text → laid-out case, warm, by stage, for about 20 and 150 plan items, beside the road of processes with as many steps in the same run; and what a whole
 * picture takes from the text to SVG. Medians in ms of several runs in one process.
 */
import { cmmnJsInNode } from '../scripts/cmmn-js-in-node.mjs';
import { loadBundled } from './parts/load-bundled.mjs';
import { structuredCase } from './structured-case.mjs';
import { structuredText } from './structured-text.mjs';

const road = await loadBundled(
  `
  export { URI } from 'langium';
  export { createProcedoServices } from './src/language/index.ts';
  export { compile, compileCases } from './src/mapping/index.ts';
  export { layout, layoutCases } from './src/layout/index.ts';
  export { createElement, writeModel } from './src/model/index.ts';
  export { noFiles, open, render } from './src/workspace/index.ts';`,
  [cmmnJsInNode],
);
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const runs = 9;

const notations = {
  case: {
    text: structuredCase,
    compile: (model) => road.compileCases(model).value.definitions,
    draw: (definitions) => {
      const diagrams = road.layoutCases(definitions).value;
      definitions.set('CMMNDI', road.createElement('cmmndi:CMMNDI', { diagrams }));
    },
  },
  process: {
    text: structuredText,
    compile: (model) => road.compile(model).value.definitions,
    draw: (definitions) => definitions.set('diagrams', road.layout(definitions).value),
  },
};

/** Medians of the stages, without the first runs. */
async function figures({ text, compile, draw }, count) {
  const source = text(count);
  const services = road.createProcedoServices();
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = services.shared.workspace;
  const times = { parse: [], compile: [], layout: [], write: [] };
  for (let run = 0; run < runs; run++) {
    const marks = [performance.now()];
    const document = LangiumDocumentFactory.fromString(source, road.URI.parse(`file:///bench${run}.procedo`));
    LangiumDocuments.addDocument(document);
    await DocumentBuilder.build([document]);
    marks.push(performance.now());
    const definitions = compile(document.parseResult.value);
    marks.push(performance.now());
    draw(definitions);
    marks.push(performance.now());
    road.writeModel(definitions);
    marks.push(performance.now());
    LangiumDocuments.deleteDocument(document.uri);
    for (const [index, stage] of Object.keys(times).entries()) times[stage].push(marks[index + 1] - marks[index]);
  }
  const pictures = [];
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    const document = await road.open('bench.procedo', new TextEncoder().encode(source), road.noFiles);
    const { value } = await road.render(document);
    if (value.length !== 1) throw new Error('No picture was made.');
    pictures.push(performance.now() - start);
  }
  const stages = Object.entries(times).map(([stage, values]) => [stage, median(values.slice(2))]);
  return { ...Object.fromEntries(stages), picture: median(pictures.slice(1)) };
}

for (const count of [20, 150]) {
  const results = {};
  for (const [name, notation] of Object.entries(notations)) {
    results[name] = await figures(notation, count);
    const parts = Object.entries(results[name]).map(([stage, ms]) => `${stage} ${ms.toFixed(1)}`);
    console.log(`${name.padEnd(8)} ${String(count).padStart(4)}: ${parts.join(', ')} ms`);
  }
  const ratio = (stage) => (results.case[stage] / results.process[stage]).toFixed(2);
  console.log(`case / process, ${count}: layout ${ratio('layout')}, picture ${ratio('picture')}`);
}
