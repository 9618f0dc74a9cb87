import { saySandboxConsole as say } from '../../../../words/say';
import { html, type Html } from '../../../pages/html';
import type { ServiceResponse } from '../../core/service';
import { children, childText, parseXml } from '../../s3/xml';
import { denialOf } from '../home/decided';
import { type OwnAnswer, textOf } from '../own-call';
import { goTo } from '../page';
import { said } from './said';
import { failure, mainLink, panel, quoted, reason, screen } from './screen';
import { lentBucketPath, switchRolePath, type Visit } from './visit';

/** What the console's home page of S3 says to whoever lacks `s3:ListAllMyBuckets`. */
const CONSOLE_SAYS = "You don't have permissions to list buckets";

/** `GET /s3/home`: asks for every bucket of the account, which is more than the role may see. */
export async function s3Home(visit: Visit): Promise<ServiceResponse> {
  const { scene, inUse, promised, session } = visit;
  const { call, grant } = scene;
  if (inUse === undefined) return goTo('/start');
  const answer = await call(inUse.credential, { service: 's3', region: grant.region });
  const { error } = answer.entry;
  const seen = error === undefined ? listed(visit, answer, inUse.credential.account) : denied(visit, answer);
  // On to the bucket, or back to the step that was left out.
  const hint = session.role === undefined && html`<p>${said('home.not-switched')}</p>`;
  const next =
    hint || error?.code === 'ExpiredToken'
      ? mainLink(switchRolePath(grant), said('start.go-on'))
      : mainLink(lentBucketPath(promised ?? grant), said('home.open'));
  return screen(visit, 3, () => say('home.title'), [seen, hint, next]);
}

function denied(visit: Visit, { entry }: OwnAnswer): Html {
  if (denialOf(entry) === undefined) return failure(visit, entry);
  const isRight = visit.promised !== undefined;
  const right = isRight && html`<p>${said('home.right')}</p>`;
  const verdict = isRight ? 'as-promised' : undefined;
  return panel('no', said('home.denied'), verdict, quoted(CONSOLE_SAYS), right, reason(visit, entry));
}

function listed({ promised }: Visit, answer: OwnAnswer, account: string): Html {
  const { Buckets: buckets } = parseXml(Buffer.from(textOf(answer)), 'ListAllMyBucketsResult');
  const names = children(buckets).flatMap((list) =>
    children(list.Bucket).map((one) => childText(one, 'Name')),
  );
  const title = said('home.buckets', { account });
  const why = html`<p>${said('home.not-promised')}</p>`;
  const heading =
    promised === undefined ? html`<h2>${title}</h2>` : panel('no', title, 'not-as-promised', why);
  return html`${heading}<ul class="tile">${names.map((name) => html`<li><a href="/s3/buckets/${name}">${name}</a></li>`)}</ul>`;
}
