// Made by scripts/generate-model.ts from the descriptors and schemas of bpmn-moddle and cmmn-moddle. Do not edit.
import type { ModelElement } from '../model-element.ts';

export interface Font extends ModelElement {
  name?: string | undefined;
  size?: number | undefined;
  isBold?: boolean | undefined;
  isItalic?: boolean | undefined;
  isUnderline?: boolean | undefined;
  isStrikeThrough?: boolean | undefined;
}

export interface Point extends ModelElement {
  x: number;
  y: number;
}

export interface Bounds extends ModelElement {
  x: number;
  y: number;
  width?: number | undefined;
  height?: number | undefined;
}
