import { resolve } from '../../../intrinsics/intrinsics';
import { NO_VALUE, type Scope } from '../../../intrinsics/scope';
import type { Json } from '../../core/json';
import { type Exports, resolutionScope } from './resolution';
import type { Deployment, Stack, StackOutput } from '../stacks/stack';
import { templateError } from './template-error';

/** What a template's outputs come to, with the stack's resources as they are now. */
export function stackOutputs(stack: Stack, deployment: Deployment, exported: Exports): StackOutput[] {
  const scope = resolutionScope(stack, deployment, stack.resources, exported);
  return [...deployment.template.outputs].flatMap(([key, { value, description, condition, exportName }]) => {
    if (condition !== undefined && !scope.condition(condition)) return [];
    return [
      {
        key,
        value: outputText(key, value, scope),
        ...(description === undefined ? {} : { description }),
        ...(exportName === undefined ? {} : { exportName: outputText(key, exportName, scope) }),
      },
    ];
  });
}

function outputText(key: string, value: Json, scope: Scope): string {
  const resolved = resolve(value, scope);
  if (resolved === NO_VALUE || resolved === null || typeof resolved === 'object') {
    throw templateError(`The Value field of output ${key} must evaluate to a String`);
  }
  return String(resolved);
}
