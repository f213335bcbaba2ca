/** Colours of CMMN, which are three numbers, and as CSS writes them. */
import { type CmmnDi, createElement } from '../../model/index.ts';

type Colour = NonNullable<CmmnDi.CMMNStyle['FillColor']>;

/** `#rrggbb`; undefined for what is no colour. */
export function hexOf(colour: Colour | undefined): string | undefined {
  const parts = [colour?.red, colour?.green, colour?.blue];
  if (!parts.every((part) => part !== undefined && part >= 0 && part <= 255)) return undefined;
  return `#${parts
    .map((part) =>
      Math.round(part ?? 0)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** A style of its own for a shape or line; undefined where there is no colour that CMMN could say. */
export function styleFor(fill: string | undefined, stroke: string | undefined): CmmnDi.CMMNStyle | undefined {
  const [FillColor, StrokeColor] = [colourOf(fill), colourOf(stroke)];
  if (!FillColor && !StrokeColor) return undefined;
  return createElement('cmmndi:CMMNStyle', {
    ...(FillColor && { FillColor }),
    ...(StrokeColor && { StrokeColor }),
  });
}

function colourOf(css: string | undefined): Colour | undefined {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(css ?? '')?.[1];
  if (hex === undefined) return undefined;
  const size = hex.length / 3;
  const part = (index: number) =>
    Number.parseInt(hex.slice(index * size, (index + 1) * size).repeat(size === 1 ? 2 : 1), 16);
  return createElement('cdc:Color', { red: part(0), green: part(1), blue: part(2) });
}
