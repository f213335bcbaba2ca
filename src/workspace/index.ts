/** The road composed: what every face calls. */

export type { Verdict } from '../analysis/index.ts';
export type { Change, ChangeKind } from '../diff/index.ts';
export type { Configuration, Finding, PresetName, Rule, Settings } from '../lint/index.ts';
export type { Picture } from '../render/index.ts';
export type { ScenarioFile, ScenarioResult, Simulation } from '../simulation/index.ts';
export type { CalledFile } from './called-file.ts';
export { diagramsShowing } from './diagrams-showing.ts';
export type { Notation } from './drawn-diagrams.ts';
export { type DrawnDiagram, drawnIds } from './drawn-diagrams.ts';
export { callsInFile, type DrawnFile, drawnFile, type FileCall } from './drawn-file.ts';
export { type Files, type ModelFiles, noFiles } from './files.ts';
export type { Fix } from './fixes.ts';
export { followSaved } from './follow-saved.ts';
export type { TextFormatter } from './format-text.ts';
export type { ImportedModel, ModelImporter } from './import-model.ts';
export { type KeptBeside, keptBeside, layoutPathOf, renameBeside } from './kept-beside.ts';
export { Configurations, type FileSettings, settingsInEditor } from './lint-configuration.ts';
export { liveDocument } from './live-document.ts';
export { type LiveModel, LiveRoad } from './live-road.ts';
export { type DrawnText, moveByHand, staleLinesOf, tidyByHand } from './move-by-hand.ts';
export {
  exportXml,
  layoutXml,
  notationsOf,
  rasterize,
  render,
  type WhichDiagram,
} from './outputs.ts';
export type { TextScenario } from './scenarios.ts';
export { isWhole, type ScenarioSource, type SourceDocument, type SourceKind } from './source-document.ts';
export { open, SourceReader } from './source-reader.ts';
export { type WrappedFragment, wrapFragment } from './xml-fragments.ts';
export { xmlOfPart } from './xml-parts.ts';

/** What runs models, for who has something to run: it brings FEEL's evaluator and a calendar with it. */
export const loadRuns = () => import('./runs.ts');

/** What makes texts of models, for who imports: it brings the language with it. */
export const loadImport = () => import('./import-model.ts');

/** What makes Mermaid's texts of models, for who asks. */
export const loadMermaid = () => import('./mermaid-text.ts');

/** What makes the text of a model, for who only reads it. */
export const loadTextOfModel = () => import('./text-of-model.ts');

/** What gives texts their form, for who has texts to change. */
export const loadFormatting = () => import('./format-text.ts');

/** What judges models, for who asks. */
export const loadAnalysis = () => import('./analysis.ts');

/** What compares two documents, for who asks. */
export const loadComparison = () => import('./compare-documents.ts');

/** What holds models against rules, for who asks. */
export const loadLint = () => import('./lint-document.ts');

/** What mends what the rules find, for who has something to mend: it brings the layout with it. */
export const loadFixes = () => import('./fix-document.ts');
