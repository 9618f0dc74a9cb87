import type { Caller } from '../iam/request';
import { saySandboxReasons as say } from '../../words/say';
import { printable } from '../printable';
import { padded, widthOf, wrapped } from '../wrapped';
import { paint, type Terminal } from '../terminal';
import type { Authorization } from './access/authorize';
import { reasonOf } from './reasons';
import type { RequestEntry } from './request-entry';

/** One request, whole: `21:40:03 denied  111111111111 VendorAccessRole/Test  s3:DeleteObject arn:…  AccessDenied: why`. */
export function requestLine(entry: RequestEntry, terminal: Pick<Terminal, 'color'>): string {
  return pieces(entry, terminal)
    .map(({ text, painted }) => painted(text))
    .join('  ');
}

/** The same for somebody who watches: names that are known made short, and what does not fit on indented lines below. */
export function requestLines(entry: RequestEntry, terminal: Pick<Terminal, 'color' | 'width'>): string {
  let used = 0;
  let lines = '';
  for (const { text, painted } of pieces(entry, terminal, shortened)) {
    const fits = used === 0 || used + 2 + widthOf(text) <= terminal.width;
    if (fits) {
      lines += `${used === 0 ? '' : '  '}${painted(text)}`;
      used += widthOf(text) + 2;
      continue;
    }
    const folded = wrapped(text, terminal.width - INDENT.length);
    lines += folded.map((line) => `\n${INDENT}${painted(line)}`).join('');
    used = INDENT.length + widthOf(folded.at(-1) ?? '');
  }
  return lines;
}

/** The same for programs. */
export function requestData(entry: RequestEntry): Record<string, unknown> {
  const { operation, part, requestId, service, status, time, authorizations } = entry;
  return {
    time: time.toISOString(),
    requestId,
    caller: callerName(entry),
    service,
    operation,
    ...(part === undefined ? {} : { part }),
    asked: authorizations.map(({ request: { action, resource }, decision: { allowed } }) => ({
      action,
      resource,
      allowed,
    })),
    outcome: outcomeOf(entry),
    status,
    ...(entry.error === undefined ? {} : { code: entry.error.code }),
    reason: entry.error === undefined ? reasonFor(entry) : whyNot(entry),
  };
}

/** As wide as every other outcome, so that the callers stand below each other. */
export function outcomeLabel(outcome: Outcome): string {
  const width = Math.max(...OUTCOMES.map((one) => widthOf(say(`outcome.${one}`))));
  return padded(say(`outcome.${outcome}`), width);
}

const OUTCOMES = ['allowed', 'denied', 'failed'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** `denied` is a decision about permission or identity; `failed` anything else, a missing key for one. */
function outcomeOf({ error, status }: RequestEntry): Outcome {
  if (error === undefined) return 'allowed';
  return status === 401 || status === 403 || DENIAL_CODES.test(error.code) ? 'denied' : 'failed';
}

/**
 * Why a request was not carried out: the whole reason, also where AWS tells the caller nothing, and the statement that
 * came closest to allowing it.
 */
export function whyNot(entry: RequestEntry): string {
  const denial = decisiveDenial(entry);
  if (denial !== undefined) return reasonOf(denial);
  const { error, service, authorizations } = entry;
  const isMute = service === 's3' && error?.message === 'Access Denied' && authorizations.length === 0;
  // The only thing that S3 looks at before it looks at policies.
  if (isMute) return say('publicAccessBlock');
  return [error?.message, error?.remark].filter((text) => text !== undefined && text !== '').join(' ');
}

/** Codes of denials that do not come with 401 or 403. */
const DENIAL_CODES =
  /^(AccessDenied|ExpiredToken|InvalidToken|UnrecognizedClient|InvalidSignature|MissingAuthenticationToken|IncompleteSignature|AuthorizationHeaderMalformed)/;

interface Piece {
  readonly text: string;
  /** What stands on one line, in its colours. */
  readonly painted: (line: string) => string;
}

/** What stands beside each other where there is room: when, outcome and who; what; why not. */
function pieces(
  entry: RequestEntry,
  terminal: Pick<Terminal, 'color'>,
  named: (text: string) => string = (text) => text,
): Piece[] {
  const colors = paint(terminal);
  const outcome = outcomeOf(entry);
  const mark = { allowed: colors.green, denied: colors.red, failed: colors.yellow }[outcome];
  const label = outcomeLabel(outcome);
  const time = entry.time.toISOString().slice(11, 19);
  const caller = printable(named(callerName(entry)));
  const reason = reasonFor(entry);
  return [
    {
      text: `${time} ${label}  ${caller}`,
      painted: () => `${colors.dim(time)} ${mark(label)}  ${caller}`,
    },
    { text: printable(named(asked(entry))), painted: (line) => line },
    ...(reason === undefined ? [] : [{ text: printable(named(reason)), painted: colors.dim }]),
  ];
}

function reasonFor(entry: RequestEntry): string | undefined {
  if (entry.error !== undefined) return `${entry.error.code}: ${whyNot(entry)}`;
  const [asked] = entry.authorizations;
  const within = entry.authorizations.filter(({ decision }) => !decision.allowed);
  const [first] = within;
  if (first === undefined) return asked && reasonOf(asked);
  const { action, resource } = first.request;
  return say('deniedWithin', {
    denied: within.length,
    all: entry.authorizations.length,
    action,
    resource,
    reason: reasonOf(first),
  });
}

/** What the CDK, CloudFormation and Identity Center put into names and nobody needs to read. */
function shortened(text: string): string {
  return SHORTER.reduce((shorter, [pattern, replacement]) => shorter.replace(pattern, replacement), text);
}

const SHORTER: readonly (readonly [RegExp, string])[] = [
  [/arn:aws:iam::(\d{12}):role\/(?=cdk-[a-z0-9]+-[a-z-]+-role-\1-)/g, '$1 '],
  [/\bcdk-[a-z0-9]+-([a-z-]+)-role-\d{12}-[a-z-]+-\d\b(?:\/aws-cdk-\S*)?/g, 'cdk $1 role'],
  [/arn:aws:s3:::cdk-[a-z0-9]+-assets-(\d{12})-[a-z-]+-\d\b/g, '$1 cdk assets bucket'],
  [/arn:aws:s3:::/g, ''], // the action says that it is S3
  [/\b([0-9a-f]{8})[0-9a-f]{56}\b/g, '$1…'],
  [/(:stack\/[\w-]+)\/[0-9a-f-]{36}\b/g, '$1'],
  [/\b(AWSReservedSSO_[\w+=,.@-]+)_[0-9a-f]{16}\b/g, '$1'],
];

const INDENT = ' '.repeat(11);

/** The question that decided, or else the first one. The operation is named where its action does not name it. */
function asked(entry: RequestEntry): string {
  const { operation, part, path, service, authorizations } = entry;
  const [first] = authorizations;
  const { request } = decisiveDenial(entry) ?? first ?? {};
  if (request === undefined) return askedByName(service, operation, path);
  const { action, resource } = request;
  if (action === `${service}:${operation}`) return `${action} ${resource}`;
  return `${action} (${operation}${part === undefined ? '' : ` ${part}`}) ${resource}`;
}

function askedByName(service: string, operation: string, path: string | undefined): string {
  if (service === '?') return operation;
  const isNamed = !operation.includes(' ');
  return `${service}:${operation}${isNamed && path !== undefined && path !== '/' ? ` ${path}` : ''}`;
}

/** The denial that a failed request ended with. */
function decisiveDenial({ error, authorizations }: RequestEntry): Authorization | undefined {
  const last = authorizations.at(-1);
  return error === undefined || last?.decision.allowed !== false ? undefined : last;
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
    case 'federated':
      return caller.provider;
    case 'root':
      return `${caller.account} root`;
    case 'user':
    case 'role-session':
      return `${caller.account} ${caller.arn.slice(caller.arn.indexOf('/') + 1)}`;
  }
}
