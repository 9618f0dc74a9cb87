import {
  ANY,
  type CharacterSet,
  DIGIT,
  exactly,
  HEX_DIGIT,
  type Language,
  language,
  literally,
  many,
  NAME_CHARACTER,
  NO_COLON,
  one,
  type Token,
} from './language';
import type { Universe } from './string-classes';

const REGION_CHARACTER: CharacterSet = {
  characters: 'abcdefghijklmnopqrstuvwxyz0123456789-',
  complement: false,
};

const inAccount = (
  service: string,
  resource: readonly Token[],
  account: readonly Token[] = exactly(12, DIGIT),
) => [...literally(`arn:aws:${service}::`), ...account, ...literally(':'), ...resource];

/** A path of any shape, then a name. */
const PATH_AND_NAME = [many(ANY), one(NAME_CHARACTER)];
const ROOT = literally('root');
const USER = [...literally('user/'), ...PATH_AND_NAME];
const FEDERATED_USER = [...literally('federated-user/'), ...PATH_AND_NAME];

const RESERVED_PATH = 'role/aws-reserved/';

/**
 * The ARNs that aws:PrincipalArn can hold: users, roles, root users and federated users of any account. Under
 * `/aws-reserved/`, where only AWS can make roles, they are those of Identity Center, for which the shape is known:
 * `AWSReservedSSO_`, the permission set's name, 16 hex digits.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export const PRINCIPALS: Universe = {
  all: language(
    'principals',
    inAccount('iam', ROOT),
    inAccount('iam', USER),
    inAccount('iam', [...literally('role/'), ...PATH_AND_NAME]),
    inAccount('sts', FEDERATED_USER),
  ),
  reserved: {
    start: language('reserved', inAccount('iam', [...literally(RESERVED_PATH), many(ANY)])),
    only: language(
      'roles of Identity Center',
      ...identityCenterRoles([one(NAME_CHARACTER), many(NAME_CHARACTER)]).map((role) =>
        inAccount('iam', role),
      ),
    ),
  },
};

/** So that each kind of principal has classes of its own: the evaluator treats them differently. */
export const KIND_LANGUAGES: readonly Language[] = [
  language('root users', inAccount('iam', ROOT)),
  language('users', inAccount('iam', USER)),
  language('federated users', inAccount('sts', FEDERATED_USER)),
];

/** Everyone in an account. */
export function accountLanguage(account: string): Language {
  const anyService = [...literally('arn:aws:'), many(NO_COLON), ...literally(`::${account}:`), many(ANY)];
  return language(account, anyService);
}

/** Every role of that name, whatever its path. */
export function roleNameLanguage(account: string, name: string): Language {
  const start = `arn:aws:iam::${account}:role/`;
  return language(name, literally(start + name), [...literally(start), many(ANY), ...literally(`/${name}`)]);
}

/** The roles that Identity Center makes in an account for the permission set of that name. */
export function permissionSetRoleLanguage(account: string, permissionSetName: string): Language {
  const roles = identityCenterRoles(literally(permissionSetName));
  return language(
    `AWSReservedSSO_${permissionSetName}`,
    ...roles.map((role) => inAccount('iam', role, literally(account))),
  );
}

/** With and without the region in the path: Identity Center in us-east-1 leaves it out. */
function identityCenterRoles(name: readonly Token[]): Token[][] {
  const path = literally(`${RESERVED_PATH}sso.amazonaws.com/`);
  const region = [one(REGION_CHARACTER), many(REGION_CHARACTER), ...literally('/')];
  const role = [...literally('AWSReservedSSO_'), ...name, ...literally('_'), ...exactly(16, HEX_DIGIT)];
  return [
    [...path, ...role],
    [...path, ...region, ...role],
  ];
}
