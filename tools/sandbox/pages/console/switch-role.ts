import { saySandboxConsole as say } from '../../../../words/say';
import { type Child, html, type Html } from '../../../pages/html';
import type { ServiceResponse } from '../../core/service';
import type { Called } from './console-api';
import { panel, reason, shown } from './screen';
import { goTo, sessionName, type Visit } from './visit';

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
  const { session } = visit;
  const values = failure === undefined ? visit.query : visit.form;
  if (session.own === undefined) {
    session.wanted = `/switchrole?${new URLSearchParams([...values]).toString()}`;
    return goTo('/start');
  }
  const fields = FIELDS.map(
    ([
      name,
      label,
      note,
    ]) => html`<div class="field"><label for="${name}">${visit.say(label)}<span class="from">${name}</span></label>
<input id="${name}" name="${name}" value="${values.get(name) ?? ''}" autocomplete="off" spellcheck="false" aria-describedby="${name}-note"${name !== 'displayName' && html` required`}>
<small id="${name}-note">${visit.say(note)}</small></div>`,
  );
  const button = html`<button class="btn main">${visit.say('switch.go')}</button>`;
  const body = html`${failure}<div class="split"><div class="fields">${visit.postForm('/switchrole', [fields, button])}</div>
<aside><h2>${visit.say('switch.does')}</h2>
<p>${visit.each(() => withCode(say('switch.does-call', CODE)))}</p>
<p>${visit.say('switch.does-exchange')}</p></aside></div>`;
  return shown(visit, { step: 2, title: () => say('step.switch'), body });
}

const CODE = { action: '`sts:AssumeRole`', command: '`aws sts assume-role`' };

const withCode = (text: string): Child =>
  text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));

/** `POST /switchrole`: assumes the role with one's own credentials, as the console does; or goes back to them. */
export async function switchRole(visit: Visit): Promise<ServiceResponse> {
  const { api, form, grant, session } = visit;
  if (form.has('back')) {
    delete session.role;
    return goTo('/start');
  }
  const { own } = session;
  if (own === undefined) return switchRolePage(visit);
  const read = (name: string): string => (form.get(name) ?? '').trim();
  const [account, roleName] = [read('account'), read('roleName')];
  const roleArn = `arn:aws:iam::${account}:role/${roleName}`;
  const { region } = grant;
  const { called, credential } = await api.assumeRole(own.credential, region, roleArn, sessionName(own.name));
  if (credential === undefined) return switchRolePage(visit, failed(visit, roleArn, called));
  const name = read('displayName') || `${roleName} @ ${account}`;
  session.role = { ...(await api.identityOf(credential, region, name, roleName)), roleArn };
  return goTo('/s3/home');
}

/** What the console says, in its words; and then what it does not say. */
function failed(visit: Visit, roleArn: string, called: Called): Html {
  const { externalId, until } = visit.api.grants.find((grant) => grant.roleArn === roleArn)?.vendor ?? {};
  const hasEnded = until !== undefined && visit.now >= new Date(until);
  const asks = called.denial !== undefined && externalId !== undefined;
  const isRight = called.denial !== undefined && (asks || hasEnded);
  const ended = hasEnded && until !== undefined && visit.say('switch.ended', { until });
  const why = [visit.say('switch.hides'), asks && visit.say('switch.external-id'), ended];
  const said = html`<blockquote lang="en" class="keep">${CONSOLE_SAYS}</blockquote>`;
  const content = [said, why.map((one) => one && html`<p>${one}</p>`), reason(visit, called)];
  return panel(visit, 'no', visit.say('switch.failed'), isRight ? 'as-promised' : undefined, content);
}
