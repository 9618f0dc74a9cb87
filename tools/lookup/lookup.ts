import { IdentitystoreClient } from '@aws-sdk/client-identitystore';
import { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { sayLookup } from '../../words/say';
import { listed } from '../../words/speech';
import type { Grant } from '../../lib/share/grant';
import type { IdentityCenter, Assignee } from '../../lib/share/share';
import { ExitCode, PlainError } from '../exit-code';
import { AwsHandler } from '../verify/aws-handler';
import { type KeysOfProfile, keysOf } from '../verify/keys-of';
import type { Secrets } from '../verify/secrets';
import { findInstance } from './identity-center';
import { findPrincipals, type PrincipalNames } from './principals';

export interface LookupClients {
  readonly sts: STSClient;
  readonly ssoAdmin: SSOAdminClient;
  readonly identityStore: IdentitystoreClient;
}

export interface LookupInput extends PrincipalNames {
  /** The vendor's part of the share as it stands: its accounts are the target. */
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

/**
 * Clients of one profile, in Identity Center's region.
 *
 * @param secrets gets to know what they use
 */
export function lookupClients(
  profile: string,
  region: string,
  timeout: number,
  secrets: Secrets,
): LookupClients & KeysOfProfile {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'; // see aws-clients.ts
  const keys = keysOf(profile, timeout, secrets);
  const { credentials } = keys;
  const config = { requestHandler: new AwsHandler(timeout), maxAttempts: 3, profile, region, credentials };
  const clients = {
    sts: new STSClient(config),
    ssoAdmin: new SSOAdminClient(config),
    identityStore: new IdentitystoreClient(config),
  };
  for (const client of Object.values(clients)) secrets.watch(client);
  return { ...clients, ...keys };
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
  const { Account: account } = await clients.sts.send(new GetCallerIdentityCommand({}), options());
  if (account === undefined) throw new PlainError(sayLookup('no-account'), ExitCode.CouldNotTell);
  const known = grant.vendor.identityCenter;
  const search = { client: clients.ssoAdmin, region, account, known: known?.instanceArn, options };
  const instance = await findInstance(search);
  const { instanceArn, identityStoreId, ownerAccount } = instance;
  const principals = await findPrincipals({ client: clients.identityStore, identityStoreId, options }, names);
  if ('problems' in principals) throw new PlainError(principals.problems.join('\n'));

  return {
    identityCenter: {
      instanceArn,
      identityStoreId,
      region,
      // One account is where Identity Center runs unless it is said; of several, none is.
      ...(account === grant.accounts[0] && grant.accounts.length === 1 ? {} : { account }),
      startUrl:
        known?.instanceArn === instanceArn ? known.startUrl : `https://${identityStoreId}.awsapps.com/start`,
    },
    assignees: principals.found,
    remarks: [
      ...(known?.instanceArn === instanceArn ? [] : [sayLookup('start-url')]),
      ...remarksOn(grant, account, ownerAccount),
    ],
  };
}

/** An account that does not fit the vendor's may be right or wrong, and only a person knows. */
function remarksOn(grant: Grant, account: string, ownerAccount: string): string[] {
  const field = `vendors[${grant.index}].account`;
  const accounts = listed(grant.accounts);
  const count = grant.accounts.length;
  return [
    ...(grant.accounts.includes(account)
      ? []
      : [sayLookup('other-account', { account, field, accounts, count })]),
    ...(grant.accounts.includes(ownerAccount) && account !== ownerAccount
      ? [sayLookup('management-account', { field, owner: ownerAccount })]
      : []),
  ];
}
