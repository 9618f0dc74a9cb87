import {
  functionCall,
  getAttArguments,
  type Reference,
  SUB_VARIABLE,
  subArguments,
  subReference,
} from './calls';
import { isList, isObject } from './json';
import type { Scope } from './scope';

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
