/** What `procedo diff` can be asked for. */

export const diffFormats = ['text', 'markdown', 'json', 'svg'] as const;

export interface DiffOptions {
  readonly format?: (typeof diffFormats)[number];
  readonly output?: string;
  readonly exitCode?: boolean;
}
