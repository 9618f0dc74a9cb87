import type { StackTemplate } from '../../proof/templates/assembly';
import { isObject } from '../../proof/templates/json';
import { entrancesOf, type ListedRole } from './entrances';

/**
 * Who can have something else deployed at any moment, without this project being asked: whoever can write to the bucket of
 * the CDK bootstrap stack, or use its roles.
 *
 * https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
 *
 * @param roles of the account, where they could be listed
 */
export function restsOnDeployers(
  { account, region, template }: StackTemplate,
  roles: readonly ListedRole[],
): string {
  const qualifier = qualifierIn(template);
  const named = (what: string) => `cdk-${qualifier}-${what}-${account}-${region}`;
  const bootstrapRoles = roles.filter(({ name }) =>
    [named('deploy-role'), named('file-publishing-role'), named('cfn-exec-role')].includes(name),
  );
  const fromOutside = entrancesOf(account, bootstrapRoles).flatMap(({ role, who }) =>
    who.map((one) => `${one} (${role})`),
  );
  const trusted =
    bootstrapRoles.length === 0
      ? ''
      : fromOutside.length === 0
        ? ` Their trust policies let in nobody outside account ${account}.`
        : ` Their trust policies let in ${fromOutside.join('; ')}.`;
  return (
    `account ${account}: whoever can write to the bucket ${named('assets')} or use the roles ${named('deploy-role')} and ` +
    `${named('file-publishing-role')} can have something else deployed at any time.${trusted}`
  );
}

/** As in `/cdk-bootstrap/hnb659fds/version`, which every template of CDK's names. */
function qualifierIn(template: StackTemplate['template']): string {
  const parameters = isObject(template.Parameters) ? template.Parameters : {};
  const version = isObject(parameters.BootstrapVersion) ? parameters.BootstrapVersion.Default : undefined;
  return /^\/cdk-bootstrap\/([^/]+)\/version$/.exec(String(version))?.[1] ?? 'hnb659fds';
}
