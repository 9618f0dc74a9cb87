import { saySandboxConsole as say } from '../../../../words/say';
import { html, type Html } from '../../../pages/html';
import type { ServiceResponse } from '../../core/service';
import type { RequestEntry } from '../../request-entry';
import { denialOf } from '../home/decided';
import { assumeRole, issuedWith } from '../own-call';
import { goTo, postForm } from '../page';
import { panel, quoted, reason, said, screen } from './screen';
import { hasEnded, sessionName, type Visit } from './visit';

/**
 * What Switch Role says whatever is wrong.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html
 */
const CONSOLE_SAYS =
  'Invalid information in one or more fields. Check your information or contact your administrator.';

/** The parameters of the console's own link. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html */
const FIELDS = ['account', 'roleName', 'displayName'] as const;

/** `GET /switchrole?account=…&roleName=…&displayName=…`, as the handoff's link has it. */
export function switchRolePage(visit: Visit, failure?: Html): ServiceResponse {
  const values = failure === undefined ? visit.query : visit.form;
  const fields = FIELDS.map((name) => {
    const required = name !== 'displayName' && html` required`;
    return html`<div class="field"><label for="${name}">${said(`switch.${name}`)}<span class="from">${name}</span></label>
<input id="${name}" name="${name}" value="${values.get(name) ?? ''}" autocomplete="off" spellcheck="false" aria-describedby="${name}-note"${required}>
<small id="${name}-note">${said(`switch.${name}-note`)}</small></div>`;
  });
  const button = html`<button class="btn main">${said('switch.go')}</button>`;
  const body = html`${failure}<div class="split"><div class="fields">${postForm('/switchrole', [fields, button])}</div>
<aside><h2>${said('switch.does')}</h2>
<p>${said('switch.does-call')}</p>
<p>${said('switch.does-exchange')}</p></aside></div>`;
  return screen(visit, 2, () => say('step.switch'), body);
}

/** `POST /switchrole`: assumes the role with one's own credentials, as the console does; or goes back to them. */
export async function switchRole(visit: Visit): Promise<ServiceResponse> {
  const { form, own, scene, session } = visit;
  if (form.has('back')) {
    delete session.role;
    return goTo('/start');
  }
  const [account = '', roleName = '', displayName = ''] = FIELDS.map((name) => form.get(name)?.trim());
  const roleArn = `arn:aws:iam::${account}:role/${roleName}`;
  const asked = assumeRole(scene.grant.region, roleArn, sessionName(own.name));
  const answer = await scene.call(own.credential, asked);
  const credential = issuedWith(answer, scene.world);
  if (credential === undefined) return switchRolePage(visit, failed(visit, roleArn, answer.entry));
  const name = displayName || `${roleName} @ ${account}`;
  const promised = scene.grants.find((one) => one.roleArn === roleArn);
  session.role = { ...(await visit.identityOf(credential, name, roleName)), promised };
  return goTo('/s3/home');
}

/** What the console says, in its words; and then what it does not say. */
function failed(visit: Visit, roleArn: string, entry: RequestEntry): Html {
  const grant = visit.scene.grants.find((one) => one.roleArn === roleArn);
  const isLent = grant !== undefined && denialOf(entry) !== undefined;
  const asks = isLent && grant.vendor.externalId !== undefined;
  const isRight = asks || (isLent && hasEnded(grant, visit.scene));
  const why = html`${quoted(CONSOLE_SAYS)}<p>${said('switch.hides')}</p>
${asks && html`<p>${said('switch.external-id')}</p>`}${reason(visit, entry)}`;
  return panel('no', said('switch.failed'), isRight ? 'as-promised' : undefined, why);
}
