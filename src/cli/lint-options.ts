/** What `procedo lint` can be asked for. */

/** The same names as in the room of the rules, which is loaded when there is something to look at. */
export const presets = ['correctness', 'recommended', 'strict'] as const;

export const profiles = ['camunda7', 'camunda8', 'flowable', 'operaton'] as const;

export const formats = ['stylish', 'json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'markdown'] as const;

export interface LintCommandOptions {
  readonly preset?: (typeof presets)[number];
  readonly profile?: (typeof profiles)[number];
  readonly rule?: readonly string[];
  readonly config?: string;
  readonly inlineConfig: boolean;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly changed?: string;
  readonly staged?: boolean;
  readonly stdinFilename?: string;
  /** Where nothing is said, `stylish`; and annotations too where GitHub Actions runs us. */
  readonly format?: (typeof formats)[number];
  readonly output?: string;
  readonly cache?: boolean;
  readonly cacheLocation: string;
  readonly listRules?: boolean;
  readonly explain?: string;
  readonly printConfig?: string;
}
