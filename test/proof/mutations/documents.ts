import { type Json, type JsonObject, isList, isObject, listOf } from '../../naive/json';
import { type Assembly, resolve, textOf } from './cloudformation';
import { conditionChanges } from './conditions';
import type { DocumentKind } from './grammar';
import { type Mutant, edited, renamedKey, sitesOf, withKey } from './mutant';
import { principalChanges, statementChanges } from './statements';

/** A policy document in a template, with its references resolved, so that its texts can be varied. */
export interface DocumentSite {
  readonly stackName: string;
  readonly path: readonly (string | number)[];
  readonly title: string;
  readonly kind: DocumentKind;
  readonly document: JsonObject;
}

// Not AWS::IAM::Policy: in these templates it belongs to the company's own machinery, of which the promise does not speak.
const WHERE: Record<string, readonly (readonly [string, DocumentKind])[]> = {
  'AWS::IAM::Role': [['AssumeRolePolicyDocument', 'trust']],
  'AWS::IAM::ManagedPolicy': [['PolicyDocument', 'identity']],
  'AWS::S3::BucketPolicy': [['PolicyDocument', 'resource']],
  'AWS::SSO::PermissionSet': [['InlinePolicy', 'identity']],
};

export function documentSites(assembly: Assembly): DocumentSite[] {
  return sitesOf(assembly, ...Object.keys(WHERE)).flatMap((site) =>
    (WHERE[site.type] ?? []).flatMap(([name, kind]) => {
      const stack = assembly.find((one) => one.name === site.stackName);
      const document = stack && resolve(site.properties[name] ?? null, stack);
      if (!isObject(document)) return [];
      const path = ['Resources', site.logicalId, 'Properties', name];
      return [
        {
          stackName: site.stackName,
          path,
          title: `${site.stackName}/${site.logicalId}.${name}`,
          kind,
          document,
        },
      ];
    }),
  );
}

/** Every small change to every policy document. */
export function documentMutants(assembly: Assembly): Mutant[] {
  return documentSites(assembly).flatMap((site) => {
    const statements = listOf(site.document['Statement']);
    const mutant = (what: string, document: JsonObject): Mutant => ({
      name: `${site.title}${what}`,
      assembly: edited(assembly, site.stackName, site.path, document),
    });
    const inStatements = statements.flatMap((statement, index) => {
      if (!isObject(statement)) return [];
      const sid = statement['Sid'] === undefined ? String(index) : textOf(statement['Sid']);
      const changes = isOfTheMachinery(statement)
        ? principalChanges(statement)
        : [...statementChanges(statement, site.kind), ...conditionChanges(statement, site.kind)];
      return changes.map(([what, others]) =>
        mutant(
          `[${sid}]: ${what}`,
          withKey(site.document, 'Statement', statements.toSpliced(index, 1, ...others)),
        ),
      );
    });
    return [
      ...inStatements,
      ...wholeDocument(site.document, statements).map(([what, document]) => mutant(`: ${what}`, document)),
    ];
  });
}

/** Services enter the company's own machinery; what matters there is who else could. */
function isOfTheMachinery(statement: JsonObject): boolean {
  const principal = statement['Principal'];
  return isObject(principal) && principal['Service'] !== undefined;
}

function wholeDocument(document: JsonObject, statements: readonly Json[]): [string, JsonObject][] {
  const [only] = statements;
  return [
    ['references replaced by what they stand for', document],
    ['statements in reverse', withKey(document, 'Statement', statements.toReversed())],
    ...(statements.length === 1 && only !== undefined && !isList(only)
      ? [
          ['the only statement outside of a list', withKey(document, 'Statement', only)] satisfies [
            string,
            JsonObject,
          ],
        ]
      : []),
    ['an Id', { ...document, Id: 'ReadOnly' }],
    ['no statements', withKey(document, 'Statement', [])],
    ['Statement misspelt', renamedKey(document, 'Statement', 'Statements')],
    ['Version misspelt', withKey(document, 'Version', '2012-10-18')],
    ['an element that there is not', { ...document, Comment: 'read only' }],
    [
      'keys of the statements in another order',
      withKey(
        document,
        'Statement',
        statements.map((one) => (isObject(one) ? Object.fromEntries(Object.entries(one).toReversed()) : one)),
      ),
    ],
  ];
}
