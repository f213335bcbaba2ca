/** Who may import whom. One rule, one reason; `npm run check` and `npm test` fail on a breach. See ARCHITECTURE.md. */
const rooms = [
  'base',
  'protocol',
  'schema',
  'expressions',
  'model',
  'language',
  'mapping',
  'printing',
  'mermaid',
  'semantics',
  'simulation',
  'analysis',
  'lint',
  'diff',
  'layout',
  'render',
  'workspace',
  'server',
  'cli',
  'extension',
];

/** A room may import itself and the rooms listed. */
const allowed = {
  base: [],
  protocol: ['base'],
  schema: [],
  expressions: ['base'],
  model: ['base', 'schema'],
  language: ['base', 'schema', 'expressions'],
  mapping: ['base', 'schema', 'model', 'language'],
  printing: ['base', 'schema', 'expressions', 'model', 'language', 'mapping', 'layout'],
  mermaid: ['base', 'schema', 'model', 'language', 'printing'],
  semantics: ['base', 'model'],
  simulation: ['base', 'model', 'semantics'],
  analysis: ['base', 'model', 'semantics'],
  lint: ['base', 'schema', 'expressions', 'model'],
  diff: ['base', 'schema', 'model'],
  layout: ['base', 'schema', 'model'],
  render: ['base', 'model'],
  workspace: [
    'base',
    'model',
    'language',
    'mapping',
    'printing',
    'mermaid',
    'semantics',
    'simulation',
    'analysis',
    'lint',
    'diff',
    'layout',
    'render',
  ],
  server: ['base', 'protocol', 'language', 'workspace'],
  cli: ['base', 'workspace', 'server'],
  extension: ['base', 'protocol'],
};

const roomRules = rooms.map((room) => ({
  name: `${room}-imports-downwards-only`,
  comment: `src/${room} may import ${[room, ...allowed[room]].join(', ')}. Anything else makes the road run in circles: pass a value or an interface in, or compose in workspace.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^(src|webview)/', pathNot: `^src/(${[room, ...allowed[room]].join('|')})/` },
}));

export default {
  forbidden: [
    ...roomRules,
    {
      name: 'webview-speaks-protocol',
      comment:
        'The preview page meets the extension in src/protocol alone. What it runs itself, a simulation, it takes from the rooms that need no editor.',
      severity: 'error',
      from: { path: '^webview/' },
      to: { path: '^src/', pathNot: '^src/(protocol|base|model|semantics|simulation)/' },
    },
    {
      name: 'vscode-only-in-extension',
      comment:
        'Everything but src/extension runs without an editor. Put the editor call behind a message or an interface.',
      severity: 'error',
      from: { path: '^(src|webview)/', pathNot: '^src/extension/' },
      // `vscode` has no code to resolve to, only its types.
      to: { path: '^vscode|node_modules/(@types/vscode|vscode-languageclient)/' },
    },
    {
      name: 'node-only-at-the-faces',
      comment:
        'Core rooms run in a browser page and in a worker: files and processes come in as interfaces from cli, server or extension.',
      severity: 'error',
      from: { path: '^(src|webview)/', pathNot: '^src/(cli|server|extension)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-cycles',
      comment:
        'A cycle of files means two files are one subject, or a third is missing. (Types may refer to each other.)',
      severity: 'error',
      from: { path: '^(src|webview)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that does not resolve, or a package that is not in package.json.',
      severity: 'error',
      from: { path: '^(src|webview)/' },
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
