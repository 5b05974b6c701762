/** The import order of the folders; each may use only what stands before it. */
const ORDER = [
  'common',
  'config',
  'observability',
  'database',
  'security',
  'audit',
  'auth',
  'mcp',
  'gateway',
  'presidio',
  'doctor',
  'tools',
  'admin',
  'health',
];

const layers = ORDER.map((folder, index) => ({
  name: `order-${folder}`,
  comment: `${folder} may import only the folders before it: ${ORDER.slice(0, index).join(' < ') || 'none'}`,
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: `^src/(${[...ORDER.slice(index + 1), 'app'].join('|')})(/|\\.)` },
}));

const only = (name, module, allowed) => ({
  name,
  severity: 'error',
  from: { path: '^src/', pathNot: [...allowed, '\\.spec\\.ts$'] },
  to: { path: module },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...layers,
    {
      name: 'through-the-index',
      comment: 'Other folders are used through their index.ts only (common: file by file).',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: {
        path: '^src/[^/]+/.+',
        pathNot: ['^src/$1/', '^src/common/', '^src/[^/]+/(crypto/|fetch/|pii/)?index\\.ts$'],
      },
    },
    {
      name: 'not-its-own-index',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '^src/security/' },
      to: { path: '^src/$1/index\\.ts$' },
    },
    only('typeorm-in-repositories', 'node_modules/typeorm/', [
      '^src/database/',
      '\\.entity\\.ts$',
      '\\.repository\\.ts$',
      '\\.module\\.ts$',
    ]),
    only('crypto-in-crypto', '^(node:)?crypto$|node_modules/jose/', [
      '^src/security/crypto/',
      '^src/auth/keys/',
    ]),
    only('mcp-sdk-in-mcp', 'node_modules/@modelcontextprotocol/', ['^src/mcp/', '^src/gateway/']),
    {
      name: 'no-tests-in-sources',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(test|bench)/|\\.spec\\.ts$' },
    },
    {
      name: 'no-development-dependencies',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
