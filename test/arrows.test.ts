// Of .oxlintrc.json: which folder may import which, and that nothing imports itself by way of others.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';

const proof = ['claims', 'classes', 'promise', 'report', 'templates'].map((part) => `tools/proof/${part}`);
const sandbox = (...parts: string[]) => parts.map((part) => `tools/sandbox/${part}`);
const belowTypes = ['tools/iam', ...sandbox('core', 'wire', 'access')];
const belowServices = [...belowTypes, ...sandbox('resource-type')];
const belowS3 = [...belowServices, ...sandbox('iam', 'sts', 'kms')];
const belowLambda = [...belowS3, ...sandbox('identity-center', 's3')];
const belowSeed = [...belowLambda, ...sandbox('lambda', 'ssm', 'cloudformation')];
const belowPages = [...belowSeed, ...sandbox('seed')];
const wholeSandbox = ['tools/sandbox', ...sandbox('pages'), ...belowPages].filter(
  (one) => one !== 'tools/iam',
);

/** Whom the files of a folder, and of the folders in it, may import besides each other: these, and nobody else. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  words: [],
  'lib/share': ['words'],
  tools: ['words'],
  'tools/iam': ['words'],
  'tools/intrinsics': [],
  'tools/synth': ['tools', 'words'],
  'tools/pages': ['tools', 'words'],
  'tools/handoff': ['tools', 'words', 'lib', 'lib/share', 'tools/pages'],
  'tools/proof/classes': ['words', 'tools/iam'],
  'tools/proof/templates': ['words', 'tools/iam', 'tools/intrinsics'],
  'tools/proof/promise': ['words', 'lib/share', 'tools/iam', 'tools/proof/classes'],
  'tools/proof/report': [
    'tools',
    'words',
    'lib/share',
    'tools/iam',
    ...proof.filter((one) => !/claims|report/.test(one)),
  ],
  'tools/proof/claims': ['tools', 'words', 'lib/share', 'tools/iam', ...proof],
  'tools/proof': ['tools', 'words', 'lib/share', 'tools/iam', 'tools/intrinsics', ...proof],
  'tools/access-report': [
    'tools',
    'words',
    'lib/share',
    'tools/iam',
    'tools/pages',
    'tools/proof',
    ...proof,
    'tools/access-report/browser',
  ],
  'tools/access-report/browser': [
    'tools',
    'words',
    'tools/iam',
    'tools/proof',
    ...proof,
    'tools/access-report',
  ],
  'tools/verify': [
    'tools',
    'words',
    'lib',
    'lib/share',
    'tools/iam',
    'tools/handoff',
    'tools/proof',
    ...proof,
  ],
  'tools/lookup': ['tools', 'words', 'lib/share', 'tools/verify'],
  'tools/rehearse': [
    'tools',
    'words',
    'lib/share',
    'tools/verify',
    'tools/handoff',
    ...sandbox('clients'),
    ...wholeSandbox,
  ],
  'tools/sandbox/core': ['tools/iam'],
  'tools/sandbox/wire': sandbox('core'),
  'tools/sandbox/access': ['words', 'tools/iam', ...sandbox('core', 'wire')],
  'tools/sandbox/resource-type': belowTypes,
  'tools/sandbox/iam': belowServices,
  'tools/sandbox/sts': belowServices,
  'tools/sandbox/kms': belowServices,
  'tools/sandbox/identity-center': belowS3,
  'tools/sandbox/s3': belowS3,
  'tools/sandbox/lambda': belowLambda,
  'tools/sandbox/ssm': belowLambda,
  'tools/sandbox/cloudformation': ['tools/intrinsics', ...sandbox('core', 'wire', 'access', 'resource-type')],
  'tools/sandbox/seed': ['lib/share', ...belowSeed],
  'tools/sandbox/pages': ['words', 'lib', 'lib/share', 'tools/pages', 'tools/handoff', ...belowPages],
  'tools/sandbox': ['tools', 'words', 'lib/share', ...sandbox('pages'), ...belowPages],
  'tools/sandbox/clients': ['tools', 'words', 'lib/share', 'tools/handoff', ...wholeSandbox],
};

/** Whoever is imported, besides those. */
const TARGETS = [...Object.keys(MAY), 'lib', 'bin', 'bench', 'test'];

/** A file's folder, what the file imports, and the sentence that the linter must say. */
const WRONG: readonly (readonly [folder: string, imported: string, says: string])[] = [
  ['tools/sandbox/core', '../wire/y', 'core imports tools/iam and nothing else of ours.'],
  ['tools/sandbox/wire', '../access/y', 'wire imports core and nothing else of ours.'],
  ['tools/sandbox/access', '../iam/service', 'access imports wire, core, tools/iam and words.'],
  ['tools/sandbox/resource-type', '../s3/xml', 'resource-type imports access, wire, core and tools/iam'],
  ['tools/sandbox/iam', '../sts/assume-role', 'iam, sts and kms import resource-type, access, wire, core'],
  [
    'tools/sandbox/s3',
    '../cloudformation/service',
    'identity-center and s3 import iam, sts, kms, resource-type',
  ],
  ['tools/sandbox/s3', '../front-door', 'identity-center and s3 import iam, sts, kms'],
  [
    'tools/sandbox/s3/resource-types',
    '../../lambda/content-type',
    'identity-center and s3 import iam, sts, kms',
  ],
  ['tools/sandbox/cloudformation', '../iam/service', 'cloudformation is handed its resource types'],
  ['tools/sandbox/cloudformation/deployment', '../../s3/xml', 'cloudformation is handed its resource types'],
  ['tools/sandbox/seed', '../clients/aws-files', 'seed imports the services and what is below them'],
  ['tools/sandbox', './clients/aws-files', 'the sandbox knows nothing of its clients'],
  ['tools/sandbox', '../verify/probes', 'the sandbox knows nothing of its clients'],
  ['tools/sandbox/s3', '../../verify/outcome', 'identity-center and s3 import iam, sts, kms'],
  [
    'tools/sandbox/clients',
    '../../verify/probes',
    'sandbox/clients imports the sandbox, tools/handoff and lib/share',
  ],
  ['tools', './iam/glob', 'what all of tools/ shares imports nothing of tools/'],
  ['tools/iam', '../proof/prove', 'tools/iam is a library of its own: it imports words'],
  ['tools/iam', 'aws-cdk-lib', 'tools/iam is a library of its own: it imports words'],
  ['tools/intrinsics', '../sandbox/core/json', 'tools/intrinsics imports nothing of ours'],
  ['tools/synth', '../proof/prove', 'tools/synth runs an app and loads nothing of it'],
  ['tools/synth', '../../lib/share-app', 'tools/synth runs an app and loads nothing of it'],
  ['tools/synth', 'aws-cdk-lib', 'tools/synth runs an app and loads nothing of it'],
  [
    'tools/proof/classes',
    '../promise/predicates',
    'proof/classes imports tools/iam and words, and nothing else',
  ],
  ['tools/proof/templates', '../classes/language', 'proof/templates imports tools/iam and tools/intrinsics'],
  ['tools/proof/promise', '../../../lib/policy-documents', 'proof/promise is made from the share alone'],
  ['tools/proof/report', '../claims/outsiders', 'proof/report imports what it reports on'],
  ['tools/proof/claims', '../../verify/outcome', 'no CDK, no AWS SDK'],
  ['tools/proof', 'aws-cdk-lib', 'no CDK, no AWS SDK'],
  ['tools/pages', '../handoff/page', 'tools/pages knows how pages look'],
  ['tools/access-report', '../handoff/page', 'tools/access-report imports tools/proof'],
  ['tools/access-report/browser', 'node:fs', 'nothing of Node in it'],
  ['tools/handoff', '../verify/aws-profiles', 'tools/handoff imports lib'],
  ['tools/verify', '../sandbox/sandbox', 'never the sandbox'],
  ['tools/verify/deployed', '../../sandbox/core/world', 'never the sandbox'],
  ['tools/lookup', '../sandbox/sandbox', 'never the sandbox'],
  [
    'tools/rehearse',
    '../lookup/lookup',
    'tools/rehearse imports tools/verify, tools/sandbox and tools/handoff',
  ],
  ['test/naive', '../../tools/iam/evaluate', 'test/naive is a second opinion'],
  ['test/proof/mutations', '../../../tools/iam/evaluate', 'the oracle of the mutations shares no code'],
  ['words', '../tools/exit-code', 'words imports nothing of ours'],
  ['words/verify', '../../lib/share/grant', 'words imports nothing of ours'],
  ['bin', '../test/checks', 'bin imports tools and lib, and nothing that only tests need'],
  ['lib', '../tools/exit-code', 'lib stands alone: whoever deploys needs no tool.'],
  ['lib', './share/grant', 'A construct takes plain props; the stacks know the share.'],
  ['lib/share', '../share-app', 'The share is plain data: of lib it knows the policy documents'],
  ['lib/share', '../../tools/exit-code', 'The share is plain data'],
  ['lib/share/validation', '../../vendor-stack', 'The share is plain data'],
  ['lib/share/validation', 'aws-cdk-lib', 'The share is plain data'],
];

/** What is one file and no folder. */
const RIGHT: readonly (readonly [folder: string, imported: string])[] = [
  ['lib', './policy-documents'],
  ['lib/share', '../policy-documents'],
  ['lib/share/validation', '../../policy-documents'],
  ['tools/access-report/browser', '../../pages/html'],
  ['tools/sandbox/pages', '../front-door'],
  ['tools/sandbox/pages/home', '../../journal'],
];

/** Pages import the front door, so that its files have an arrow of their own. */
const FRONT_DOOR = [
  'front-door',
  'recognition',
  'request-entry',
  'request-log',
  'folded-log',
  'journal',
  'reasons',
].map((name) => `tools/sandbox/${name}.ts`);

const CIRCLE: readonly (readonly [file: string, text: string])[] = [
  ['circle/a.ts', "import type { B } from './b';\nexport type A = B | 1;\n"],
  ['circle/b.ts', "import type { A } from './a';\nexport type B = A[];\n"],
];

let saidOf: (file: string) => string;

beforeAll(() => {
  const files = [...WRONG, ...RIGHT].map(([folder, imported], index): [string, string] => [
    `${folder}/imports-${index}.ts`,
    importing(imported),
  ]);
  const arrows = Object.keys(MAY).flatMap((from) =>
    placesIn(from).flatMap((place) =>
      TARGETS.map((to): [string, string] => [
        arrowFile(place, to),
        importing(relativePath(place, `${to}/y`)),
      ]),
    ),
  );
  const frontDoor = FRONT_DOOR.map((file): [string, string] => [file, importing('./pages/y')]);
  saidOf = lint([...files, ...arrows, ...frontDoor, ...CIRCLE]);
});

test.each(Object.entries(MAY))('%s may import whom the table says, and nobody else', (from, may) => {
  const expected = TARGETS.filter((to) => to !== from && may.includes(to));
  for (const place of placesIn(from)) {
    const allowed = TARGETS.filter((to) => to !== from && saidOf(arrowFile(place, to)) === '');
    expect([place, allowed]).toEqual([place, expected]);
  }
});

test('every folder of tools/, lib/ and words/ has its arrows in the table', () => {
  const folders = ['tools', 'lib', 'words'].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => posix.dirname(`${top}/${path.replaceAll('\\', '/')}`)),
  );
  const held = new Set(Object.keys(MAY).flatMap(placesIn));
  // Of lib/, the constructs and the stacks have arrows of their own, file by file: see WRONG.
  expect([...new Set(folders)].filter((folder) => folder !== 'lib' && !held.has(folder))).toEqual([]);
});

test.each(WRONG.map((row, index) => [...row, index] as const))(
  '%s may not import %s',
  (folder, _imported, says, index) => {
    expect(saidOf(`${folder}/imports-${index}.ts`)).toContain(says);
  },
);

test.each(RIGHT.map((row, index) => [...row, WRONG.length + index] as const))(
  '%s may import %s',
  (folder, _imported, index) => {
    expect(saidOf(`${folder}/imports-${index}.ts`)).toBe('');
  },
);

test.each(FRONT_DOOR)('%s may import no page', (file) => {
  expect(saidOf(file)).toContain('the front door imports access and what is below it');
});

test('two files may not import each other, not even a type', () => {
  expect(saidOf('circle/a.ts')).toContain('Dependency cycle');
});

/** A folder, and the folders in it that have no line of their own. */
function placesIn(folder: string): string[] {
  if (['tools', 'tools/sandbox', 'tools/proof'].includes(folder)) return [folder];
  const inner = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory());
  return [folder, ...inner.map(({ name }) => `${folder}/${name}`).filter((one) => MAY[one] === undefined)];
}

function arrowFile(place: string, to: string): string {
  return `${place}/to-${to.replaceAll('/', '-')}.ts`;
}

function relativePath(from: string, to: string): string {
  const path = posix.relative(from, to);
  return path.startsWith('.') ? path : `./${path}`;
}

function importing(path: string): string {
  return `import type { T } from '${path}';\nexport type U = T;\n`;
}

/** What our linter says of each of some files, in a folder that holds nothing else. */
function lint(files: readonly (readonly [file: string, text: string])[]): (file: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'vendor-share-arrows-'));
  try {
    const config = JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as Record<string, unknown>;
    delete config['options']; // types have no say in it, and take seconds
    for (const [file, text] of [...files, ['.oxlintrc.json', JSON.stringify(config)] as const]) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const linter = join(process.cwd(), 'node_modules', 'oxlint', 'bin', 'oxlint');
    const { stdout } = spawnSync(process.execPath, [linter, '--format=json'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: Infinity,
    });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
    const said = new Map<string, string>();
    for (const { filename, message, help } of diagnostics) {
      said.set(filename, `${said.get(filename) ?? ''}${message} ${help ?? ''}\n`);
    }
    return (file) => said.get(file) ?? '';
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Diagnostic {
  readonly filename: string;
  readonly message: string;
  readonly help?: string;
}
