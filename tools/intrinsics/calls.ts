import { isList, isObject } from './json';
import type { Scope } from './scope';

/** `{ "Fn::Join": … }` and the like; `Condition` is a call only with a string, since policy documents have it too. */
export function functionCall(
  value: Readonly<Record<string, unknown>>,
): { name: string; argument: unknown } | undefined {
  const [[name, argument] = ['', undefined], ...rest] = Object.entries(value);
  if (rest.length > 0) return undefined;
  if (name === 'Condition') return typeof argument === 'string' ? { name, argument } : undefined;
  return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : undefined;
}

/** `${Name}` stands for a value, `${!Name}` for the text `${Name}`. */
export const SUB_VARIABLE = /\$\{(!?)([^}]+)\}/g;

/** A name of the template, with the attribute where one is asked for. */
export interface Reference {
  readonly name: string;
  readonly attribute?: string;
}

/** What `${Name}` or `${Name.Attribute}` asks for. */
export function subReference(name: string): Reference {
  const dot = name.indexOf('.');
  return dot > 0 ? { name: name.slice(0, dot), attribute: name.slice(dot + 1) } : { name };
}

export function subArguments(
  argument: unknown,
  error: Scope['error'],
): readonly [template: string, variables: Readonly<Record<string, unknown>>] {
  const [template, variables, ...rest] = isList(argument) ? argument : [argument, {}];
  if (typeof template === 'string' && isObject(variables) && rest.length === 0) return [template, variables];
  throw error({ name: 'Fn::Sub', problem: 'wants a text and its variables', got: argument });
}

/** A list of two, or in one text with a dot between them. */
export function getAttArguments(
  argument: unknown,
  error: Scope['error'],
): readonly [logicalId: string, attribute: string] {
  const both = typeof argument === 'string' ? /^([^.]*)\.(.*)$/s.exec(argument)?.slice(1) : argument;
  const [logicalId, attribute, ...rest] = isList(both) ? both : [];
  if (typeof logicalId === 'string' && typeof attribute === 'string' && rest.length === 0) {
    return [logicalId, attribute];
  }
  throw error({ name: 'Fn::GetAtt', problem: 'wants a resource and an attribute', got: argument });
}

/** The logical ids that a value refers to, with the attribute where it is Fn::GetAtt. */
export function references(value: unknown, error: Scope['error']): Reference[] {
  if (isList(value)) return value.flatMap((item) => references(item, error));
  if (!isObject(value)) return [];
  const call = functionCall(value);
  if (call?.name === 'Ref' && typeof call.argument === 'string') return [{ name: call.argument }];
  if (call?.name === 'Fn::GetAtt') {
    const [name, attribute] = getAttArguments(call.argument, error);
    return [{ name, attribute }];
  }
  if (call?.name === 'Fn::Sub') return subReferences(call.argument, error);
  return Object.values(value).flatMap((member) => references(member, error));
}

function subReferences(argument: unknown, error: Scope['error']): Reference[] {
  const [template, variables] = subArguments(argument, error);
  const inText = [...template.matchAll(SUB_VARIABLE)]
    .filter(([, literal]) => literal === '')
    .map(([, , name = '']) => name.trim())
    .filter((name) => !Object.hasOwn(variables, name));
  return [...inText.map(subReference), ...references(Object.values(variables), error)];
}
