import { sayDeployed, sayReading } from '../../../words/say';
import { GetTemplateCommand } from '@aws-sdk/client-cloudformation';
import { parseJson } from '../../iam/json';
import type { StackTemplate } from '../../proof/templates/assembly';
import { isObject, type JsonObject } from '../../proof/templates/json';
import type { AwsClients } from '../aws-clients';
import { compareTemplates, type TemplateDifference } from './compare-templates';
import type { LiveReader } from './live-reader';

/** The templates that were proved. */
export interface ProvedTemplates {
  readonly stacks: readonly StackTemplate[];
  /** Why there are none. */
  readonly problem?: string;
}

/** A stack whose live template was asked for. */
export interface ComparedStack {
  readonly name: string;
  readonly account: string;
  readonly result: 'as proved' | 'differs' | 'no stack' | 'not read';
  readonly differences: readonly TemplateDifference[];
}

/**
 * The template that CloudFormation runs a stack with, against the one that was proved: `cdk deploy --app DIR` proves nothing.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_GetTemplate.html
 */
export async function readStack(
  live: LiveReader,
  { cloudFormation }: AwsClients,
  { name, account, region, template: proved }: StackTemplate,
): Promise<ComparedStack> {
  const client = cloudFormation(region);
  const stack = { name, account, differences: [] };
  const body = await live.thing(sayReading('template', { stack: name }), async (call) => {
    const input = { StackName: name, TemplateStage: 'Processed' } as const;
    try {
      const { TemplateBody: text = '' } = await call.answer(
        client.send(new GetTemplateCommand(input), call.options()),
      );
      return { text };
    } catch (error) {
      if (error instanceof Error && isNoStack(error)) return {};
      throw error;
    }
  });
  if (body === undefined) return { ...stack, result: 'not read' };
  if (body.text === undefined) return { ...stack, result: 'no stack' };
  const deployed = asJson(body.text);
  const differences =
    deployed === undefined
      ? [{ what: sayDeployed('template.whole'), place: '', deployed: sayDeployed('template.not-json') }]
      : compareTemplates(deployed, proved);
  return { ...stack, result: differences.length === 0 ? 'as proved' : 'differs', differences };
}

/** `Stack with id CompanyStack does not exist`: who deploys by other means has none. */
function isNoStack({ name, message }: Error): boolean {
  return name === 'ValidationError' && /^Stack with id \S+ does not exist$/.test(message);
}

function asJson(text: string): JsonObject | undefined {
  try {
    const value = parseJson(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
