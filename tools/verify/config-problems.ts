import type { ConfigSection, ConfigText } from './config-text';
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
  if (problem !== undefined) return `${problem.sentence}; ${problem.todo}`;
  const glued = config?.glued.find((one) => one.name === name && one.header.startsWith(`[${kind}`));
  return glued === undefined ? undefined : gluedSentence(glued.header, glued.line);
}

function encodingProblem(encoding: string, profile: string): ProfileProblem {
  const isUtf16 = encoding === 'UTF-16';
  return {
    profile,
    field: 'encoding',
    line: 1,
    found: encoding,
    wanted: 'UTF-8',
    sentence: isUtf16
      ? 'the AWS config is written in UTF-16, and AWS clients read UTF-8'
      : 'the AWS config begins with a byte order mark, and the AWS CLI refuses such a file',
    todo: 'save the file as UTF-8 without a byte order mark (in Notepad: Save as, encoding UTF-8)',
    commands: [],
  };
}

/** One is enough to make the AWS CLI refuse the whole file, whichever profile is meant. */
function duplicateSections({ sections }: ConfigText, profile: string): ProfileProblem[] {
  const headers = [...new Set(sections.map(({ header }) => header))];
  return headers.flatMap((header) => {
    const same = sections.filter((section) => section.header === header);
    const [first, second] = same;
    if (first === undefined || second === undefined) return [];
    const lines = same.map(({ line }) => line).join(' and ');
    const isCopy = textOf(first) === textOf(second);
    return {
      profile,
      field: header,
      line: second.line,
      found: `${same.length} sections`,
      wanted: '1 section',
      sentence: `there are ${same.length === 2 ? 'two' : same.length} ${header} in the AWS config, in lines ${lines}: the AWS CLI refuses such a file`,
      todo: isCopy
        ? `delete the one in line ${second.line}, which says the same`
        : `give the one in line ${second.line} another name (and wherever it is named), or delete the one that is not meant`,
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
      found: `${before.value} and ${value}`,
      wanted: 'one line',
      sentence: `${header} says ${key} twice, in lines ${before.line} and ${line}: the AWS CLI refuses such a file`,
      todo: 'delete the one that is not meant',
      commands: [],
    };
  });
}

function gluedHeaders({ glued }: ConfigText, profile: string): ProfileProblem[] {
  return glued.map(({ header, line }) => ({
    profile,
    field: header,
    line,
    found: `${header} at the end of line ${line}`,
    wanted: 'a line of its own',
    sentence: gluedSentence(header, line),
    todo: 'put this on a line of its own',
    commands: [header],
  }));
}

function gluedSentence(header: string, line: number): string {
  return `${header} stands at the end of line ${line} of the AWS config, behind something else, so no AWS client takes it for a section`;
}

/** botocore takes section names apart as a shell would; the others match `[\w-@+.%:/]+`. */
function nameProblem({ kind, name, header, line }: ConfigSection): ProfileProblem[] {
  const isQuoted = /["']/.test(header);
  const isPlain = /^[\w\-@+.%:/]+$/.test(name);
  if (isPlain && !isQuoted) return [];
  const better = name.replaceAll(/[^\w\-@+.%:/]+/g, '-');
  const hasSpace = /\s/.test(name);
  const readers =
    hasSpace && !isQuoted
      ? 'no AWS client reads a name with a space that has no quotes'
      : `only the AWS CLI and botocore read a name ${hasSpace ? 'with a space' : isQuoted ? 'in quotes' : 'with such a character'}`;
  const named = kind === 'profile' ? 'source_profile and --profile' : 'sso_session';
  const session = kind === 'profile' ? [] : [`sso_session = ${better}`];
  return [
    {
      profile: name,
      field: kind,
      line,
      found: header,
      wanted: `[${kind} ${better}]`,
      sentence: `the section is ${header} (line ${line} of the AWS config), and ${readers}`,
      todo:
        better === name
          ? 'write it without quotes'
          : `call it ${better} there and in ${named}${kind === 'profile' ? '' : ', then aws sso login again'}`,
      commands: [`[${kind} ${better}]`, ...(better === name ? [] : session)],
    },
  ];
}

function isOnChain({ kind, name }: ConfigSection, links: readonly Link[]): boolean {
  return links.some(({ profile, settings }) =>
    kind === 'profile' ? profile === name : settings.sso_session === name,
  );
}
