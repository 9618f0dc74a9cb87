import { roleSessionName } from '../../../handoff/aws-config';
import type { Credential } from '../../core/identities';
import { isRecord, parseJson } from '../../core/json';
import { type OwnCall, queryOperation, textOf } from '../own-call';
import { administratorOf } from './change';
import { firstKey, type Scene } from './scene';

/**
 * Signs in as whoever of the vendor's may borrow, borrows the role, and gets an object: every step a call of its own, until
 * one is not answered.
 *
 * @returns the id of the last request
 */
export async function readAgain(call: OwnCall, scene: Scene): Promise<string> {
  const { grant } = scene;
  const signedIn = await signIn(call, scene);
  if (typeof signedIn === 'string') return signedIn;
  const assumed = await assume(signedIn, grant.roleArn, call, scene, grant.vendor.externalId);
  if (typeof assumed === 'string') return assumed;
  const path = `/${grant.bucketName}/${firstKey(scene).split('/').map(encodeURIComponent).join('/')}`;
  const { requestId } = await call(assumed, { service: 's3', region: grant.region, path });
  return requestId;
}

async function signIn(call: OwnCall, scene: Scene): Promise<Credential | string> {
  const { grant, vendorUsers, vendorBorrowers, world } = scene;
  const user = vendorUsers[grant.index]?.assigned;
  if (user !== undefined) {
    const query = { account_id: grant.accounts[0], role_name: grant.permissionSetName };
    const path = '/federation/credentials';
    const answer = await call(
      { portalToken: user.portalToken },
      { service: 'awsssoportal', region: user.instance.region, path, query },
    );
    if (answer.status !== 200) return answer.requestId;
    const body = parseJson(textOf(answer));
    const given = isRecord(body) ? body['roleCredentials'] : undefined;
    return credentialOf(isRecord(given) ? given['accessKeyId'] : undefined, scene);
  }
  const [borrower] = vendorBorrowers[grant.index] ?? [];
  if (borrower === undefined) throw new Error(`vendors[${grant.index}] was not seeded`);
  if (borrower.credential !== undefined)
    return world.credentials.get(borrower.credential.accessKeyId) ?? borrower.credential;
  return assume(administratorOf(borrower.account, scene).credential, borrower.arn, call, scene);
}

async function assume(
  who: Credential,
  RoleArn: string,
  call: OwnCall,
  scene: Scene,
  ExternalId?: string,
): Promise<Credential | string> {
  const { grant } = scene;
  const input = {
    RoleArn,
    RoleSessionName: roleSessionName(grant),
    ...(ExternalId !== undefined && { ExternalId }),
  };
  const answer = await call(who, queryOperation('sts', grant.region, 'AssumeRole', input));
  if (answer.status !== 200) return answer.requestId;
  return credentialOf(/<AccessKeyId>(\w+)<\/AccessKeyId>/.exec(textOf(answer))?.[1], scene);
}

function credentialOf(accessKeyId: unknown, { world }: Scene): Credential {
  const found = world.credentials.get(String(accessKeyId));
  if (found === undefined) throw new Error('the credentials that were issued are not there');
  return found;
}
