/** What this page uses of cmmn-js and of the reader that it reads models with; they have no types of their own. */
declare module 'cmmn-moddle' {
  type Done = (error: Error | undefined, definitions: unknown, context: { readonly elementsById: unknown }) => void;
  export default class CmmnModdle {
    fromXML(xml: string, type: string, done: Done): void;
  }
}

declare module 'cmmn-js/lib/util/ModelUtil.js' {
  export function getName(element: object): string | undefined;
  export function getStandardEvent(element: object): string | undefined;
  export function isAutoComplete(element: object): unknown;
  export function isCasePlanModel(element: object): unknown;
  export function isManualActivation(element: object): boolean;
  export function isRepeatable(element: object): boolean;
  export function isRequired(element: object): boolean;
  export function hasPlanningTable(element: object): unknown;
}

declare module 'cmmn-js/lib/util/DiUtil.js' {
  export function isCollapsed(element: object): boolean;
  export function isPlanningTableCollapsed(element: object): unknown;
  export function isStandardEventVisible(element: object): boolean;
}

declare module 'cmmn-js/lib/util/LabelUtil.js' {
  export function hasExternalLabel(semantic: object): boolean;
  export function getExternalLabelBounds(
    semantic: object,
    element: object,
  ): { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}
