import type { Grant } from '../../../lib/share/grant';
import { vendorKind } from '../../../lib/share/vendor-kind';
import { parseArn } from '../../iam/arn';
import { addAccessKey, type Credential, newRole, newUser } from '../core/identities';
import type { Account, World } from '../core/world';

/** A role or user of the vendor's that borrows. It may not assume the company's role before the vendor's half is deployed. */
export interface SeededBorrower {
  readonly arn: string;
  readonly account: string;
  readonly kind: 'role' | 'user';
  /** Without path. */
  readonly name: string;
  /** Of a user. A role is assumed by the administrator of its account. */
  readonly credential?: Extract<Credential, { kind: 'user' }>;
}

/**
 * Those that the share names by ARN, and for a product the role that it runs with, which only its vendor knows: one is made
 * up here. An empty list where people sign in.
 */
export function seedBorrowers(grant: Grant, world: World): SeededBorrower[] {
  const { borrowers } = grant.vendor;
  if (vendorKind(grant) === 'product') return [seed(named(productRole(grant)), world)];
  if (borrowers === undefined || typeof borrowers === 'string') return [];
  return borrowers.map((arn) => seed(named(arn), world));
}

/** Name of the role that a product runs with. */
export const PRODUCT_ROLE = 'product';

const productRole = ({ accounts: [account] }: Grant): string =>
  `arn:aws:iam::${account}:role/${PRODUCT_ROLE}`;

function named(arn: string): SeededBorrower {
  const { account = '', resource = '' } = parseArn(arn) ?? {};
  return {
    arn,
    account,
    kind: resource.startsWith('user/') ? 'user' : 'role',
    name: resource.slice(resource.lastIndexOf('/') + 1),
  };
}

function seed(borrower: SeededBorrower, world: World): SeededBorrower {
  const account = world.accounts.get(borrower.account);
  if (account === undefined) throw new Error(`account ${borrower.account} was not seeded`);
  if (borrower.kind === 'role') {
    if (!account.roles.has(borrower.name)) addRole(borrower, account, world);
    return borrower;
  }
  return { ...borrower, credential: addUser(borrower, account, world) };
}

/** Whoever its own account lets, so that its administrator can be that role. */
function addRole({ name, arn }: SeededBorrower, account: Account, world: World): void {
  const role = newRole(account.id, {
    name,
    path: arn.slice(arn.indexOf(':role') + ':role'.length, arn.length - name.length),
    createdAt: world.now(),
    trustPolicy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${account.id}:root` },
          Action: 'sts:AssumeRole',
        },
      ],
    },
  });
  account.roles.set(name, role);
}

function addUser(
  { name, arn }: SeededBorrower,
  account: Account,
  world: World,
): Extract<Credential, { kind: 'user' }> {
  const path = arn.slice(arn.indexOf(':user') + ':user'.length, arn.length - name.length);
  const user = account.users.get(name) ?? newUser(account.id, { name, path, createdAt: world.now() });
  account.users.set(name, user);
  return addAccessKey(user, account.id, world).credential;
}
