import { listed } from '../../words/speech';
import { sayProfile } from '../../words/say';
import type { ConfigSection, ConfigText, Encoding } from './config-text';
import type { ProfileProblem } from './profile-problem';

/** Of a profile in the chain, which sections it goes through. */
interface Link {
  readonly profile: string;
  readonly settings: { readonly sso_session?: string | undefined };
}

/** How the file is written, for whom its parts matter: the sections that the chain goes through, and the whole of it. */
export function configProblems(config: ConfigText, links: readonly Link[], asked: string): ProfileProblem[] {
  if (config.encoding !== undefined) return [encodingProblem(config.encoding, asked)];
  return [
    ...duplicateSections(config, asked),
    ...gluedHeaders(config, asked),
    ...config.sections.filter((section) => isOnChain(section, links)).flatMap(duplicateKeys),
    ...config.sections.filter((section) => isOnChain(section, links)).flatMap(nameProblem),
  ];
}

/** Why a section that is there is not found by anybody but the AWS CLI; undefined where there is none or it is found. */
export function hiddenSection(
  config: ConfigText | undefined,
  kind: ConfigSection['kind'],
  name: string,
): string | undefined {
  const section = config?.sections.find((one) => one.kind === kind && one.name === name);
  const [problem] = section === undefined ? [] : nameProblem(section);
  if (problem !== undefined) return sayProfile('hidden', { why: problem.sentence, todo: problem.todo });
  const glued = config?.glued.find((one) => one.name === name && one.header.startsWith(`[${kind}`));
  return glued === undefined ? undefined : sayProfile('glued', glued);
}

function encodingProblem(encoding: Encoding, profile: string): ProfileProblem {
  const isUtf16 = encoding === 'UTF-16';
  return {
    profile,
    field: 'encoding',
    line: 1,
    found: isUtf16 ? encoding : sayProfile('encoding.byte-order-mark'),
    wanted: 'UTF-8',
    sentence: isUtf16 ? sayProfile('utf-16') : sayProfile('byte-order-mark'),
    todo: sayProfile('encoding.todo'),
    commands: [],
  };
}

/** One is enough to make the AWS CLI reject the whole file, whichever profile is meant. */
function duplicateSections({ sections }: ConfigText, profile: string): ProfileProblem[] {
  const headers = [...new Set(sections.map(({ header }) => header))];
  return headers.flatMap((header) => {
    const same = sections.filter((section) => section.header === header);
    const [first, second] = same;
    if (first === undefined || second === undefined) return [];
    const lines = listed(same.map(({ line }) => String(line)));
    const count = same.length;
    const isCopy = textOf(first) === textOf(second);
    return {
      profile,
      field: header,
      line: second.line,
      found: sayProfile('found.sections', { count }),
      wanted: sayProfile('wanted.one-section'),
      sentence: sayProfile('section-twice', { count, header, lines }),
      todo: isCopy
        ? sayProfile('section-twice.todo.copy', { line: second.line })
        : sayProfile('section-twice.todo', { line: second.line }),
      commands: isCopy ? [] : [`[${first.kind} ${first.name}-2]`],
    };
  });
}

const textOf = ({ lines }: ConfigSection): string =>
  JSON.stringify(lines.map(({ key, value }) => [key, value]));

function duplicateKeys({ lines, header, name }: ConfigSection): ProfileProblem[] {
  return lines.flatMap(({ key, line, value }, index) => {
    const before = lines.slice(0, index).find((one) => one.key === key);
    if (before === undefined) return [];
    return {
      profile: name,
      field: key,
      line,
      found: sayProfile('key-twice.found', { first: before.value, second: value }),
      wanted: sayProfile('wanted.one-line'),
      sentence: sayProfile('key-twice', { header, key, first: before.line, second: line }),
      todo: sayProfile('delete-one.todo'),
      commands: [],
    };
  });
}

function gluedHeaders({ glued }: ConfigText, profile: string): ProfileProblem[] {
  return glued.map(({ header, line }) => ({
    profile,
    field: header,
    line,
    found: sayProfile('found.at-end', { header, line }),
    wanted: sayProfile('wanted.own-line'),
    sentence: sayProfile('glued', { header, line }),
    todo: sayProfile('glued.todo'),
    commands: [header],
  }));
}

/** botocore takes section names apart as a shell would; the others match `[\w-@+.%:/]+`. */
function nameProblem({ kind, name, header, line }: ConfigSection): ProfileProblem[] {
  const isQuoted = /["']/.test(header);
  const isPlain = /^[\w\-@+.%:/]+$/.test(name);
  if (isPlain && !isQuoted) return [];
  const better = name.replaceAll(/[^\w\-@+.%:/]+/g, '-');
  const written = { header, line };
  const withSpace = isQuoted ? sayProfile('name.quoted-space', written) : sayProfile('name.space', written);
  const withoutSpace = isQuoted ? sayProfile('name.quoted', written) : sayProfile('name.character', written);
  const rename =
    kind === 'profile'
      ? sayProfile('name.todo.profile', { better })
      : sayProfile('name.todo.sso-session', { better });
  const session = kind === 'profile' ? [] : [`sso_session = ${better}`];
  return [
    {
      profile: name,
      field: kind,
      line,
      found: header,
      wanted: `[${kind} ${better}]`,
      sentence: /\s/.test(name) ? withSpace : withoutSpace,
      todo: better === name ? sayProfile('name.todo.quotes') : rename,
      commands: [`[${kind} ${better}]`, ...(better === name ? [] : session)],
    },
  ];
}

function isOnChain({ kind, name }: ConfigSection, links: readonly Link[]): boolean {
  return links.some(({ profile, settings }) =>
    kind === 'profile' ? profile === name : settings.sso_session === name,
  );
}
