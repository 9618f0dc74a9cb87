import { sayReading } from '../../../words/say';
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
  const outsiders = entrancesOf(account, bootstrapRoles).flatMap(({ role, who }) =>
    who.map((one) => sayReading('entrance.of-role', { who: one, role })),
  );
  const slots = {
    account,
    bucket: named('assets'),
    deployRole: named('deploy-role'),
    publishingRole: named('file-publishing-role'),
  };
  if (bootstrapRoles.length === 0) return sayReading('rests-on', slots);
  return outsiders.length === 0
    ? sayReading('rests-on.inside', slots)
    : sayReading('rests-on.outside', { ...slots, who: outsiders.join('; ') });
}

/** As in `/cdk-bootstrap/hnb659fds/version`, which every template of CDK's names. */
function qualifierIn(template: StackTemplate['template']): string {
  const parameters = isObject(template.Parameters) ? template.Parameters : {};
  const version = isObject(parameters.BootstrapVersion) ? parameters.BootstrapVersion.Default : undefined;
  return /^\/cdk-bootstrap\/([^/]+)\/version$/.exec(String(version))?.[1] ?? 'hnb659fds';
}
