// Of .oxlintrc.json: which folder may import which, and that nothing imports itself by way of others.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A file's folder, what the file imports, and the sentence that the linter must say. */
const WRONG: readonly (readonly [folder: string, imported: string, says: string])[] = [
  ['tools/sandbox/core', '../wire/y', 'core imports tools/iam and nothing else of ours.'],
  ['tools/sandbox/wire', '../access/y', 'wire imports core and nothing else of ours.'],
  ['tools/sandbox/access', '../iam/service', 'access imports wire, core, tools/iam and words.'],
  ['tools/sandbox/resource-type', '../s3/xml', 'resource-type imports access, wire, core and tools/iam'],
  ['tools/sandbox/iam', '../sts/assume-role', 'sandbox/iam imports resource-type, access, wire, core'],
  ['tools/sandbox/s3', '../cloudformation/service', 'sandbox/s3 imports iam, sts, resource-type'],
  ['tools/sandbox/s3', '../front-door', 'sandbox/s3 imports iam, sts'],
  ['tools/sandbox/s3/resource-types', '../../lambda/content-type', 'sandbox/s3 imports iam, sts'],
  ['tools/sandbox/cloudformation', '../iam/service', 'cloudformation is handed its resource types'],
  ['tools/sandbox/cloudformation/deployment', '../../s3/xml', 'cloudformation is handed its resource types'],
  ['tools/sandbox/seed', '../clients/aws-files', 'seed imports what is below it'],
  ['tools/sandbox', './clients/aws-files', 'the sandbox knows nothing of its clients'],
  ['tools/sandbox', '../verify/probes', 'the sandbox knows nothing of its clients'],
  ['tools/sandbox/s3', '../../verify/outcome', 'sandbox/s3 imports iam, sts'],
  ['tools/sandbox/clients', '../../verify/probes', 'sandbox/clients imports the sandbox and tools/handoff'],
  ['tools', './iam/glob', 'what all of tools/ shares imports nothing of tools/'],
  ['tools/iam', '../proof/prove', 'tools/iam is a library of its own'],
  ['tools/iam', 'aws-cdk-lib', 'tools/iam is a library of its own'],
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
  ['lib', '../tools/exit-code', 'lib stands alone: whoever deploys needs no tool.'],
  ['lib', './share/grant', 'A construct takes plain props; the stacks know the share.'],
  ['lib/share', '../share-app', 'The share is plain data: of lib it knows the policy documents'],
  ['lib/share', '../../tools/exit-code', 'The share is plain data'],
  ['lib/share/validation', '../../vendor-stack', 'The share is plain data'],
  ['lib/share/validation', 'aws-cdk-lib', 'The share is plain data'],
];

const RIGHT: readonly (readonly [folder: string, imported: string])[] = [
  ['tools', '../words/machine/en'],
  ['tools/sandbox/core', '../../iam/request'],
  ['tools/sandbox/access', '../../iam/evaluate'],
  ['tools/sandbox/s3/resource-types', '../../core/world'],
  ['tools/sandbox/cloudformation/deployment', '../../resource-type/resource-type'],
  ['tools/sandbox', './s3/service'],
  ['tools/sandbox/clients', '../../handoff/aws-config'],
  ['tools', './wrapped'],
  ['tools/synth', '../exit-code'],
  ['tools/pages', '../../words/speech'],
  ['tools/access-report', '../proof/prove'],
  ['tools/access-report', '../pages/html'],
  ['tools/access-report/browser', '../judge'],
  ['tools/proof/classes', '../../iam/policy'],
  ['tools/proof/templates', '../../intrinsics/scope'],
  ['tools/proof/promise', '../../../lib/share/share'],
  ['tools/proof/claims', '../classes/language'],
  ['tools/verify', '../proof/prove'],
  ['tools/rehearse', '../verify/verify'],
  ['lib', './policy-documents'],
  ['lib/share', '../policy-documents'],
  ['lib/share/validation', '../../policy-documents'],
];

const CIRCLE: readonly (readonly [file: string, text: string])[] = [
  ['circle/a.ts', "import type { B } from './b';\nexport type A = B | 1;\n"],
  ['circle/b.ts', "import type { A } from './a';\nexport type B = A[];\n"],
];

let saidOf: (file: string) => string;

beforeAll(() => {
  const files = [...WRONG, ...RIGHT].map(([folder, imported], index): [string, string] => [
    `${folder}/imports-${index}.ts`,
    `import type { T } from '${imported}';\nexport type U = T;\n`,
  ]);
  saidOf = lint([...files, ...CIRCLE]);
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

test('two files may not import each other, not even a type', () => {
  expect(saidOf('circle/a.ts')).toContain('Dependency cycle');
});

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
    });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
    return (file) =>
      diagnostics
        .filter(({ filename }) => filename === file)
        .map(({ message, help }) => `${message} ${help ?? ''}`)
        .join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Diagnostic {
  readonly filename: string;
  readonly message: string;
  readonly help?: string;
}
