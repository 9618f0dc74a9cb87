import { sayProofClaims as say } from '../../../words/say';
import type { Company } from '../../../lib/share/share';
import type { Finding } from '../report/finding';
import type { AccessInventory, RoleEntry } from '../templates/inventory';
import { settingFailure } from './setting-failure';

/** What is left to prove where the share names a permissions boundary. */
export interface UnderBoundary {
  /** With the boundary's text in the place of its ARN; without the text, with one that allows everything. */
  readonly inventory: AccessInventory;
  readonly findings: readonly Finding[];
  /** The ARN, where the text is not known: a boundary takes away and gives nothing. */
  readonly unknownBoundary?: string;
}

/**
 * A boundary that the share names is on every role of the company's. What it says is decided with, if the share says it; if
 * not, "nothing more" holds whatever it says, and "nothing missing" on the condition that it allows what was promised.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function underBoundary(
  found: AccessInventory,
  { permissionsBoundary, account }: Company,
): UnderBoundary {
  if (permissionsBoundary === undefined) return { inventory: found, findings: [] };
  const isText = typeof permissionsBoundary === 'string';
  const arn = isText ? permissionsBoundary : permissionsBoundary.arn;
  const document = isText ? ALLOWS_EVERYTHING : permissionsBoundary.document;
  const bounded = (role: RoleEntry): RoleEntry =>
    role.boundary && 'unknownPolicy' in role.boundary && role.boundary.unknownPolicy === arn
      ? { ...role, boundary: { name: nameOf(arn), document, origin: role.origin } }
      : role;
  return {
    inventory: { ...found, roles: found.roles.map(bounded) },
    findings: found.roles
      .filter((role) => role.account === account && role.boundary === undefined)
      .map((role) =>
        settingFailure('borrowers', role.origin, {
          headline: say('noBoundary.headline', { role: role.name, boundary: nameOf(arn) }),
          found: say('noBoundary.found'),
          why: say('noBoundary.why'),
          change: say('noBoundary.change', { arn }),
        }),
      ),
    ...(isText && { unknownBoundary: arn }),
  };
}

const ALLOWS_EVERYTHING = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
};

const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);
