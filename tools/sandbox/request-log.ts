import type { Caller } from '../iam/evaluate';
import { denialMessage } from '../iam/denial-message';
import { paint, type Terminal } from '../terminal';
import type { RequestEntry } from './front-door/front-door';

/** One request as a person reads it: `21:40:03 refused  111111111111 VendorAccessRole/Test  s3:DeleteObject arn:… (why)`. */
export function requestLine(entry: RequestEntry, terminal: Pick<Terminal, 'color'>): string {
  const colors = paint(terminal);
  const outcome = outcomeOf(entry);
  const mark = { allowed: colors.green, refused: colors.red, failed: colors.yellow }[outcome](
    outcome.padEnd(7),
  );
  const time = entry.time.toISOString().slice(11, 19);
  const reason = entry.error === undefined ? '' : `  ${colors.dim(`${entry.error.code}: ${whyNot(entry)}`)}`;
  return `${colors.dim(time)} ${mark}  ${callerName(entry)}  ${asked(entry)}${reason}`;
}

/** The same for programs. */
export function requestData(entry: RequestEntry): Record<string, unknown> {
  const { operation, requestId, service, status, time, verdicts } = entry;
  return {
    time: time.toISOString(),
    requestId,
    caller: callerName(entry),
    service,
    operation,
    asked: verdicts.map(({ request: { action, resource } }) => ({ action, resource })),
    outcome: outcomeOf(entry),
    status,
    ...(entry.error === undefined ? {} : { code: entry.error.code, reason: whyNot(entry) }),
  };
}

/** `refused` is a decision about permission or identity; `failed` anything else, a missing key for one. */
export function outcomeOf({ error, status }: RequestEntry): 'allowed' | 'refused' | 'failed' {
  if (error === undefined) return 'allowed';
  return status === 401 || status === 403 || REFUSALS.test(error.code) ? 'refused' : 'failed';
}

/**
 * Why a request was not carried out: the whole reason, also where AWS tells the caller nothing, and the statement that
 * came closest to allowing it.
 */
export function whyNot(entry: RequestEntry): string {
  const last = entry.verdicts.at(-1);
  if (last === undefined || last.decision.allowed) return entry.error?.message ?? '';
  const { denial } = last.decision;
  const message = denialMessage(last.request, denial);
  const because = message.includes(' because ') ? message.slice(message.indexOf(' because ') + 1) : message;
  if (denial.kind === 'explicit') return `${because} (${statementName(denial.by)})`;
  const [closest] = denial.nearMisses;
  return closest === undefined
    ? because
    : `${because} (closest: ${statementName(closest)}; ${closest.because})`;
}

/** Codes of refusals that do not come with 401 or 403. */
const REFUSALS =
  /^(AccessDenied|ExpiredToken|InvalidToken|UnrecognizedClient|InvalidSignature|MissingAuthenticationToken|IncompleteSignature|AuthorizationHeaderMalformed)/;

function asked({ operation, service, verdicts }: RequestEntry): string {
  const decisive = verdicts.find(({ decision }) => !decision.allowed) ?? verdicts[0];
  return decisive === undefined
    ? `${service}:${operation}`
    : `${decisive.request.action} ${decisive.request.resource}`;
}

function callerName({ caller, who }: RequestEntry): string {
  return who ?? nameOf(caller);
}

function nameOf(caller: Caller): string {
  switch (caller.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'service':
      return caller.service;
    case 'root':
      return `${caller.account} root`;
    case 'user':
    case 'role-session':
      return `${caller.account} ${caller.arn.slice(caller.arn.indexOf('/') + 1)}`;
  }
}

function statementName({
  policy,
  statement,
}: {
  policy: { name: string };
  statement: { sid?: string; index: number };
}): string {
  return `${statement.sid ?? `statement ${statement.index + 1}`} of ${policy.name}`;
}
