import { IdentitystoreClient } from '@aws-sdk/client-identitystore';
import { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { fromIni } from '@aws-sdk/credential-providers';
import type { Grant } from '../../lib/share/grant';
import type { IdentityCenter, Assignee } from '../../lib/share/share';
import { PlainError } from '../exit-code';
import { findInstance } from './identity-center';
import { findPrincipals, type PrincipalNames } from './principals';

export interface LookupClients {
  readonly sts: STSClient;
  readonly ssoAdmin: SSOAdminClient;
  readonly identityStore: IdentitystoreClient;
}

export interface LookupInput extends PrincipalNames {
  /** The vendor's part of parameters.ts as it stands: its account is the target. */
  readonly grant: Grant;
  readonly region: string;
  readonly clients: LookupClients;
  /** For every `send`: the timeout. */
  readonly options: () => { abortSignal: AbortSignal };
}

export interface LookupResult {
  readonly identityCenter: IdentityCenter;
  readonly assignees: readonly Assignee[];
  /** One sentence each. */
  readonly remarks: readonly string[];
}

/** Clients of one profile, in Identity Center's region. */
export function lookupClients(profile: string, region: string, timeout: number): LookupClients {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'; // see aws-clients.ts
  const requestHandler = { connectionTimeout: timeout, requestTimeout: timeout, throwOnRequestTimeout: true };
  const http = { requestHandler, maxAttempts: 3 };
  const credentials = fromIni({ profile, ignoreCache: true, clientConfig: http });
  const config = { ...http, profile, region, credentials };
  return {
    sts: new STSClient(config),
    ssoAdmin: new SSOAdminClient(config),
    identityStore: new IdentitystoreClient(config),
  };
}

/**
 * Finds what parameters.ts needs to know about a vendor's Identity Center. Only reads.
 *
 * @throws PlainError where something is missing or ambiguous; what the SDK throws where AWS could not be asked
 */
export async function lookUp({
  grant,
  region,
  clients,
  options,
  ...names
}: LookupInput): Promise<LookupResult> {
  const { Account: account = '' } = await clients.sts.send(new GetCallerIdentityCommand({}), options());
  const known = grant.vendor.identityCenter;
  const search = { client: clients.ssoAdmin, region, account, known: known.instanceArn, options };
  const instance = await findInstance(search);
  const { instanceArn, identityStoreId, ownerAccount } = instance;
  const principals = await findPrincipals({ client: clients.identityStore, identityStoreId, options }, names);
  if ('problems' in principals) throw new PlainError(principals.problems.join('\n'));

  const portal = `https://${identityStoreId}.awsapps.com/start`;
  const alreadyThere = known.instanceArn === instanceArn;
  const target = grant.vendor.account;
  return {
    identityCenter: {
      instanceArn,
      identityStoreId,
      region,
      ...(account === target ? {} : { account }),
      startUrl: alreadyThere ? known.startUrl : portal,
    },
    assignees: principals.found,
    remarks: [
      ...(alreadyThere
        ? []
        : [`startUrl is the portal's first address; if it was given a name of its own, use that`]),
      ...(account === target
        ? []
        : [
            `this profile is of account ${account}, and vendors[${grant.index}].account is ${target}: that is right if ` +
              `${account} administers Identity Center for ${target}; otherwise use another profile or mend the account`,
          ]),
      ...(ownerAccount === target && account !== target
        ? [
            `vendors[${grant.index}].account ${target} is the organization's management account, and a delegated ` +
              `administrator cannot manage permission sets there: use a profile of ${target}`,
          ]
        : []),
    ],
  };
}

/** The lines to paste into a vendor of parameters.ts, indented as they stand there. */
export function parameterLines({ identityCenter, assignees }: LookupResult): string {
  const { instanceArn, identityStoreId, region, account, startUrl } = identityCenter;
  const settings = Object.entries({ instanceArn, identityStoreId, region, account, startUrl });
  const lines = settings
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `  ${key}: ${quoted(value)},`);
  const people = assignees.map(
    ({ type, id, name }) => `  { type: '${type}', id: ${quoted(id)}, name: ${quoted(name)} },`,
  );
  const list = people.length === 0 ? [] : ['assignees: [', ...people, '],'];
  return ['identityCenter: {', ...lines, '},', ...list].map((line) => `      ${line}`).join('\n');
}

/** A TypeScript string with single quotes, as in parameters.ts. */
function quoted(text = ''): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
