/** What the importer gives an element when it makes it, and the renderer an element of the picture. */
export type Attributes = Readonly<Record<string, unknown>>;

/**
 * An element of a diagram: root, shape, label or connection. Those of diagram-js keep both ends of each relation in step while a diagram is
 * edited; in a picture the importer sets all that is looked at. One class for all, which V8 reads faster than objects of many shapes.
 */
export class PictureElement {
  readonly children: PictureElement[] = [];
  readonly id: unknown;
  readonly type: unknown;
  readonly businessObject: unknown;
  readonly di: unknown;
  readonly x: unknown;
  readonly y: unknown;
  readonly width: unknown;
  readonly height: unknown;
  readonly hidden: unknown;
  readonly collapsed: unknown;
  readonly isFrame: unknown;
  readonly labelTarget: unknown;
  readonly source: unknown;
  readonly target: unknown;
  readonly waypoints: unknown;
  parent: unknown;
  /** Of a boundary event. */
  host: unknown;
  attachers: unknown;

  constructor(attributes: Attributes) {
    this.id = attributes.id;
    this.type = attributes.type;
    this.businessObject = attributes.businessObject;
    this.di = attributes.di;
    this.x = attributes.x;
    this.y = attributes.y;
    this.width = attributes.width;
    this.height = attributes.height;
    this.hidden = attributes.hidden;
    this.collapsed = attributes.collapsed;
    this.isFrame = attributes.isFrame;
    this.labelTarget = attributes.labelTarget;
    this.source = attributes.source;
    this.target = attributes.target;
    this.waypoints = attributes.waypoints;
  }
}
