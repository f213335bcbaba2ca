/** The JSON schema of `procedo.config.json`, made from the rules, for editors that complete and check it. */
import { presetNames, profileNames, type Rule } from '../src/lint/rule.ts';

const level = { enum: ['off', 'info', 'warning', 'error', 'on'] };

/** A level, or a list of a level and options. */
function settingOf({ statement, why, options }: Rule) {
  const list = [{ $ref: '#/definitions/level' }, ...(options ? [schemaOfOptions(options)] : [])];
  const listed = { type: 'array', items: list, minItems: 1, additionalItems: false };
  return { description: `${statement} ${why}`, anyOf: [{ $ref: '#/definitions/level' }, listed] };
}

/** An option has values of the kind of its default. */
function schemaOfOptions(options: Readonly<Record<string, unknown>>): object {
  const properties = Object.entries(options).map(([name, value]) => [
    name,
    { ...schemaOfValue(value), default: value },
  ]);
  return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false };
}

function schemaOfValue(value: unknown): object {
  if (Array.isArray(value)) return { type: 'array' };
  return { type: typeof value };
}

/** The schema, draft 7, as VS Code reads it. */
export function configurationSchema(rules: readonly Rule[], command: string): string {
  const byName = rules.map((rule) => [rule.name, settingOf(rule)] as const);
  const byId = rules.map(({ id, name }) => [id, { $ref: `#/definitions/rules/properties/${name}` }] as const);
  const globs = { type: 'array', items: { type: 'string' } };
  const settings = {
    preset: { enum: presetNames, description: 'Which rules are on.', default: 'recommended' },
    profile: {
      enum: profileNames,
      description: 'The engine that the models are for: the rules of that engine are on too.',
    },
    rules: { $ref: '#/definitions/rules', description: 'Rules by their names or ids.' },
  };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: `Made by ${command}. Do not edit.`,
    title: 'Configuration of procedo lint',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      root: {
        type: 'boolean',
        description: 'Whether this is the outermost configuration. The nearest one counts alone in any case.',
      },
      extends: {
        anyOf: [{ type: 'string' }, globs],
        description: 'Configurations that this one goes out from, by paths relative to it. Later ones win.',
      },
      ...settings,
      overrides: {
        type: 'array',
        description: 'Settings for some files. Later ones win.',
        items: {
          type: 'object',
          properties: {
            files: {
              anyOf: [{ type: 'string' }, globs],
              description: 'Patterns of paths relative to the configuration.',
            },
            ...settings,
          },
          required: ['files'],
          additionalProperties: false,
        },
      },
      ignore: { anyOf: [{ type: 'string' }, globs], description: 'Patterns of files that are left out.' },
    },
    additionalProperties: false,
    definitions: {
      level,
      rules: {
        type: 'object',
        properties: Object.fromEntries([...byName, ...byId]),
        // All rules that answer one of another tool.
        patternProperties: { '^(bpmnlint/[a-z-]+|EXT\\.\\d{3}|REF)$': { $ref: '#/definitions/level' } },
        additionalProperties: false,
      },
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
