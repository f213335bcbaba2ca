// Made by scripts/generate-model.ts from the descriptors and schemas of bpmn-moddle and cmmn-moddle. Do not edit.
import type { ForeignElement, ModelElement } from '../model-element.ts';
import type * as dc from './dc.ts';

export interface DiagramElement extends ModelElement {
  id?: string | undefined;
  extension?: Extension | undefined;
}

export interface Node extends DiagramElement {}

export interface Edge extends DiagramElement {
  waypoint: dc.Point[];
}

export interface Diagram extends ModelElement {
  id?: string | undefined;
  name?: string | undefined;
  documentation?: string | undefined;
  resolution?: number | undefined;
}

export interface Shape extends Node {
  bounds?: dc.Bounds | undefined;
}

export interface Plane extends Node {
  planeElement: DiagramElement[];
}

export interface LabeledEdge extends Edge {}

export interface LabeledShape extends Shape {}

export interface Label extends Node {
  bounds?: dc.Bounds | undefined;
}

export interface Style extends ModelElement {
  id?: string | undefined;
}

export interface Extension extends ModelElement {
  values: ForeignElement[];
}
