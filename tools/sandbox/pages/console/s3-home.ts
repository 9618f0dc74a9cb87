import { saySandboxConsole as say } from '../../../../words/say';
import { html, type Html } from '../../../pages/html';
import type { ServiceResponse } from '../../core/service';
import { children, childText, parseXml } from '../../s3/xml';
import { textOf } from '../own-call';
import type { Called } from './console-api';
import { mainLink, panel, reason, shown } from './screen';
import { bucketPath, goTo, switchRolePath, type Visit } from './visit';

/** What the console's home page of S3 says to whoever lacks `s3:ListAllMyBuckets`. */
const CONSOLE_SAYS = "You don't have permissions to list buckets";

/** `GET /s3/home`: asks for every bucket of the account, which is more than the role may see. */
export async function s3Home(visit: Visit): Promise<ServiceResponse> {
  const { api, grant, inUse, promised } = visit;
  if (inUse === undefined) return goTo('/start');
  const called = await api.send(inUse.credential, { service: 's3', region: grant.region });
  const seen =
    called.answer.status === 200
      ? listed(visit, textOf(called.answer), inUse.account)
      : denied(visit, called);
  // On to the bucket, or back to the step that was left out.
  const hint = visit.session.role === undefined && html`<p>${visit.say('home.not-switched')}</p>`;
  const next =
    hint || called.entry.error?.code === 'ExpiredToken'
      ? mainLink(switchRolePath(grant), visit.say('start.go-on'))
      : mainLink(bucketPath(promised ?? grant), visit.say('home.open'));
  return shown(visit, { step: 3, title: () => say('home.title'), body: [seen, hint, next] });
}

function denied(visit: Visit, called: Called): Html {
  if (called.denial === undefined)
    return panel(visit, 'if', visit.say('failed.title'), undefined, reason(visit, called));
  const isRight = visit.promised !== undefined;
  const said = html`<blockquote lang="en" class="keep">${CONSOLE_SAYS}</blockquote>`;
  const content = [said, isRight && html`<p>${visit.say('home.right')}</p>`, reason(visit, called)];
  return panel(visit, 'no', visit.say('home.denied'), isRight ? 'as-promised' : undefined, content);
}

function listed(visit: Visit, xml: string, account: string): Html {
  const { Buckets: buckets } = parseXml(Buffer.from(xml), 'ListAllMyBucketsResult');
  const names = children(buckets).flatMap((list) =>
    children(list.Bucket).map((one) => childText(one, 'Name')),
  );
  const links = names.map((name) => html`<li><a href="/s3/buckets/${name}">${name}</a></li>`);
  const title = visit.say('home.buckets', { account });
  const why = html`<p>${visit.say('home.not-promised')}</p>`;
  const heading =
    visit.promised === undefined
      ? html`<h2>${title}</h2>`
      : panel(visit, 'no', title, 'not-as-promised', why);
  return html`${heading}<ul class="tile">${links}</ul>`;
}
