import { sayProofTemplates as say } from '../../../words/say';
import type { Assembly, StackTemplate } from './assembly';
import { type Export, exportsIn } from './exports';
import type { Unjudged } from './inventory';
import { DEEPEST, isObject, isTooDeep } from './json';
import { MADE_UP } from './made-up';
import type { TemplateValues } from './template-resource';
import { UnresolvableError } from './unresolvable-error';

/** The stacks that can be looked at, and why the others cannot: nothing here may go deeper than the calls of a process. */
export function readableStacks({ stacks }: Assembly): {
  readonly readable: Assembly;
  readonly unjudged: readonly Unjudged[];
} {
  const readable = stacks.filter(({ template }) => !isTooDeep(template));
  return {
    readable: { stacks: readable },
    unjudged: stacks
      .filter((stack) => !readable.includes(stack))
      .map(({ name }) => ({
        what: say('templateTooDeep', { stack: name, levels: DEEPEST }),
        unreadPolicy: true,
      })),
  };
}

/** What stands in a template beside its resources and cannot be judged. */
export function unjudgedInStacks(assembly: Assembly, values: TemplateValues): Unjudged[] {
  return [
    ...assembly.stacks.flatMap(unjudgedSections),
    ...doubledExports(assembly, values),
    ...circularImports(assembly, values),
  ].map((what) => ({ what }));
}

/** Sections that give nothing by themselves; what they decide is left unjudged where a resource depends on it. */
const HARMLESS_SECTIONS = new Set([
  'AWSTemplateFormatVersion',
  'Conditions',
  'Description',
  'Mappings',
  'Metadata',
  'Outputs',
  'Parameters',
  'Resources',
  'Rules',
]);

function unjudgedSections({ name: stack, template }: StackTemplate): string[] {
  const changing = Object.keys(template).filter((section) => !HARMLESS_SECTIONS.has(section));
  return [
    ...changing.map((section) => say('changingSection', { stack, section })),
    ...(someMember(template, (key) => key === 'Fn::Transform') ? [say('changingTransform', { stack })] : []),
    ...(spellsMadeUp(template) ? [say('spellsMadeUp', { stack, text: MADE_UP })] : []),
  ];
}

/** Anywhere: a macro may rewrite whatever stands beside it. */
function someMember(json: unknown, wanted: (key: string, value: unknown) => boolean): boolean {
  if (Array.isArray(json)) return json.some((item) => someMember(item, wanted));
  return (
    isObject(json) &&
    Object.entries(json).some(([key, value]) => wanted(key, value) || someMember(value, wanted))
  );
}

function spellsMadeUp(json: unknown): boolean {
  if (typeof json === 'string') return json.includes(MADE_UP);
  if (Array.isArray(json)) return json.some(spellsMadeUp);
  return (
    isObject(json) &&
    Object.entries(json).some(([key, value]) => key.includes(MADE_UP) || spellsMadeUp(value))
  );
}

/** Of two stacks that export one name, the second one fails: which one that is, nobody knows. */
function doubledExports(assembly: Assembly, values: TemplateValues): string[] {
  return environments(assembly).flatMap((environment) => {
    const all = knownExports(assembly, environment, values);
    return all.flatMap(({ name, id, stack }, index) => {
      const first = all.findIndex((one) => one.name === name);
      const other = all[first];
      if (first === index || other === undefined) return [];
      return [
        say('doubledExport', {
          first: other.id,
          firstStack: other.stack.name,
          second: id,
          secondStack: stack.name,
          name,
        }),
      ];
    });
  });
}

/** Stacks that import from each other, or from themselves: none of them can be made before the others. */
function circularImports(assembly: Assembly, values: TemplateValues): string[] {
  const imported = new Map(assembly.stacks.map((stack) => [stack, importedFrom(stack, assembly, values)]));
  const reaches = (from: StackTemplate, to: StackTemplate, seen: Set<StackTemplate>): boolean => {
    return [...(imported.get(from) ?? [])].some((next) => {
      if (next === to) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, to, seen);
    });
  };
  const circular = assembly.stacks.filter((stack) => reaches(stack, stack, new Set()));
  if (circular.length === 0) return [];
  const names = circular.map(({ name }) => name).join(', ');
  return [say('circularImports', { stacks: names })];
}

function importedFrom(stack: StackTemplate, assembly: Assembly, values: TemplateValues): Set<StackTemplate> {
  const names = new Set<string>();
  const { Resources: resources, Outputs: outputs } = stack.template;
  someMember({ resources, outputs }, (key, value) => {
    const name = key === 'Fn::ImportValue' ? knownText(() => values.value(stack, value)) : undefined;
    if (name !== undefined) names.add(name);
    return false;
  });
  if (names.size === 0) return new Set();
  const exported = knownExports(assembly, stack, values);
  return new Set(exported.filter(({ name }) => names.has(name)).map((one) => one.stack));
}

/** None if a name among them cannot be known: each import then says so. */
function knownExports(
  assembly: Assembly,
  environment: Pick<StackTemplate, 'account' | 'region'>,
  values: TemplateValues,
): Export[] {
  try {
    return exportsIn(assembly, environment, (stack, value) => values.value(stack, value));
  } catch (error) {
    if (error instanceof UnresolvableError) return [];
    throw error;
  }
}

function knownText(read: () => unknown): string | undefined {
  try {
    const value = read();
    return typeof value === 'string' ? value : undefined;
  } catch (error) {
    if (error instanceof UnresolvableError) return undefined;
    throw error;
  }
}

function environments({ stacks }: Assembly): Pick<StackTemplate, 'account' | 'region'>[] {
  const all = new Map(stacks.map(({ account, region }) => [`${account} ${region}`, { account, region }]));
  return [...all.values()];
}
