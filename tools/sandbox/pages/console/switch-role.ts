import { saySandboxConsole as say } from '../../../../words/say';
import { type Child, html, type Html } from '../../../pages/html';
import type { ServiceResponse } from '../../core/service';
import type { RequestEntry } from '../../request-entry';
import { denialOf } from '../home/decided';
import { assumeRole, issuedWith } from '../own-call';
import { both, goTo, postForm } from '../page';
import { said } from './said';
import { panel, quoted, reason, screen } from './screen';
import { hasEnded, sessionName, type Visit } from './visit';

/**
 * What Switch Role says whatever is wrong.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html
 */
const CONSOLE_SAYS =
  'Invalid information in one or more fields. Check your information or contact your administrator.';

/** The parameters of the console's own link. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html */
const FIELDS = [
  ['account', 'switch.account', 'switch.account-note'],
  ['roleName', 'switch.role', 'switch.role-note'],
  ['displayName', 'switch.display', 'switch.display-note'],
] as const;

/** `GET /switchrole?account=…&roleName=…&displayName=…`, as the handoff's link has it. */
export function switchRolePage(visit: Visit, failure?: Html): ServiceResponse {
  const { session, query, form } = visit;
  const values = failure === undefined ? query : form;
  if (session.own === undefined) {
    session.wanted = `/switchrole?${new URLSearchParams([...values]).toString()}`;
    return goTo('/start');
  }
  const fields = FIELDS.map(([name, label, note]) => {
    const required = name !== 'displayName' && html` required`;
    return html`<div class="field"><label for="${name}">${said(label)}<span class="from">${name}</span></label>
<input id="${name}" name="${name}" value="${values.get(name) ?? ''}" autocomplete="off" spellcheck="false" aria-describedby="${name}-note"${required}>
<small id="${name}-note">${said(note)}</small></div>`;
  });
  const button = html`<button class="btn main">${said('switch.go')}</button>`;
  const body = html`${failure}<div class="split"><div class="fields">${postForm('/switchrole', [fields, button])}</div>
<aside><h2>${said('switch.does')}</h2>
<p>${both(() => withCode(say('switch.does-call', CODE)))}</p>
<p>${said('switch.does-exchange')}</p></aside></div>`;
  return screen(visit, 2, () => say('step.switch'), body);
}

const CODE = { action: '`sts:AssumeRole`', command: '`aws sts assume-role`' };

const withCode = (text: string): Child =>
  text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));

/** `POST /switchrole`: assumes the role with one's own credentials, as the console does; or goes back to them. */
export async function switchRole(visit: Visit): Promise<ServiceResponse> {
  const { form, scene, session } = visit;
  if (form.has('back')) {
    delete session.role;
    return goTo('/start');
  }
  const { own } = session;
  if (own === undefined) return switchRolePage(visit);
  const read = (name: string): string => (form.get(name) ?? '').trim();
  const [account, roleName] = [read('account'), read('roleName')];
  const roleArn = `arn:aws:iam::${account}:role/${roleName}`;
  const asked = assumeRole(scene.grant.region, roleArn, sessionName(own.name));
  const answer = await scene.call(own.credential, asked);
  const credential = issuedWith(answer, scene.world);
  if (credential === undefined) return switchRolePage(visit, failed(visit, roleArn, answer.entry));
  const name = read('displayName') || `${roleName} @ ${account}`;
  session.role = { ...(await visit.identityOf(credential, name, roleName)), roleArn };
  return goTo('/s3/home');
}

/** What the console says, in its words; and then what it does not say. */
function failed(visit: Visit, roleArn: string, entry: RequestEntry): Html {
  const grant = visit.scene.grants.find((one) => one.roleArn === roleArn);
  const isDenied = denialOf(entry) !== undefined;
  const until = grant && hasEnded(grant, visit.scene) ? grant.vendor.until : undefined;
  const asks = isDenied && grant?.vendor.externalId !== undefined;
  const isRight = asks || (isDenied && until !== undefined);
  return panel(
    'no',
    said('switch.failed'),
    isRight ? 'as-promised' : undefined,
    quoted(CONSOLE_SAYS),
    html`<p>${said('switch.hides')}</p>`,
    asks && html`<p>${said('switch.external-id')}</p>`,
    until !== undefined && html`<p>${said('switch.ended', { until })}</p>`,
    reason(visit, entry),
  );
}
