import { type Json, type JsonObject, isList, isObject, objectAt } from '../../naive/json';
import type { Assembly } from './cloudformation';
import { type Site, added, edited, sitesOf } from './mutant';
import { lentRoles } from './added-documents';

/** Where one more statement can stand, in the templates of any share. */
export interface Places {
  readonly inBucketPolicy: (statement: JsonObject) => Assembly;
  readonly inTrust: (statement: JsonObject) => Assembly;
  /** The lent role's own policy. */
  readonly inReadPolicy: (...statements: readonly JsonObject[]) => Assembly;
  readonly onRole: (property: string, value: Json) => Assembly;
  /** Another bucket of the company's, with a policy. */
  readonly inOtherBucket: (statement: JsonObject) => Assembly;
  readonly inCompany: (resources: JsonObject) => Assembly;
}

export const OTHER_BUCKET = 'arn:aws:s3:::company-logs';

export function placesIn(assembly: Assembly): Places {
  const [role] = lentRoles(assembly);
  const [bucketPolicy] = sitesOf(assembly, 'AWS::S3::BucketPolicy');
  const readPolicy = sitesOf(assembly, 'AWS::IAM::ManagedPolicy').find(
    (one) => JSON.stringify(one.properties['Roles']) === JSON.stringify([{ Ref: role?.logicalId ?? '' }]),
  );
  if (!role || !bucketPolicy || !readPolicy) throw new Error('these are not the templates of a share');
  const more = (site: Site, name: string, statements: readonly Json[]): Assembly => {
    const document = objectAt(site.properties, name);
    const old = document['Statement'];
    if (!isList(old) || !old.every(isObject)) throw new Error('a list of statements expected');
    const path = ['Resources', site.logicalId, 'Properties', name, 'Statement'];
    return edited(assembly, site.stackName, path, [...old, ...statements]);
  };
  const inCompany = (resources: JsonObject) => added(assembly, role.stackName, resources);
  return {
    inBucketPolicy: (statement) => more(bucketPolicy, 'PolicyDocument', [statement]),
    inTrust: (statement) => more(role, 'AssumeRolePolicyDocument', [statement]),
    inReadPolicy: (...statements) => more(readPolicy, 'PolicyDocument', statements),
    onRole: (property, value) =>
      edited(assembly, role.stackName, ['Resources', role.logicalId, 'Properties', property], value),
    inOtherBucket: (statement) =>
      inCompany({
        Logs: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'company-logs' } },
        LogsPolicy: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: {
            Bucket: 'company-logs',
            PolicyDocument: { Version: '2012-10-17', Statement: [statement] },
          },
        },
      }),
    inCompany,
  };
}
