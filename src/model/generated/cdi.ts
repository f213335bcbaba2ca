// Made by scripts/generate-model.ts from the descriptors and schemas of bpmn-moddle and cmmn-moddle. Do not edit.
import type { ForeignElement, ModelElement } from '../model-element.ts';
import type * as cdc from './cdc.ts';

export interface DiagramElement extends ModelElement {
  sharedStyle?: Style | undefined;
  id?: string | undefined;
  extension?: Extension | undefined;
  style?: Style | undefined;
}

export interface Edge extends DiagramElement {
  waypoint: cdc.Point[];
}

export interface Diagram extends DiagramElement {
  name?: string | undefined;
  documentation?: string | undefined;
  resolution: number;
}

export interface Shape extends DiagramElement {
  bounds?: cdc.Bounds | undefined;
}

export interface Style extends ModelElement {
  id?: string | undefined;
  extension?: Extension | undefined;
}

export interface Extension extends ModelElement {
  values: ForeignElement[];
}
