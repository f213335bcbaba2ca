// Made by scripts/generate-model.ts from the descriptors and schemas of bpmn-moddle and cmmn-moddle. Do not edit.
import type { ModelElement } from '../model-element.ts';

export interface Color extends ModelElement {
  red?: number | undefined;
  green?: number | undefined;
  blue?: number | undefined;
}

export interface Point extends ModelElement {
  x?: number | undefined;
  y?: number | undefined;
}

export interface Dimension extends ModelElement {
  width?: number | undefined;
  height?: number | undefined;
}

export interface Bounds extends ModelElement {
  x?: number | undefined;
  y?: number | undefined;
  width?: number | undefined;
  height?: number | undefined;
}
