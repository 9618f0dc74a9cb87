/** What the CDK CLI tells an app, by key. */
export type CdkContext = Readonly<Record<string, unknown>>;

/** The qualifier of CDK's bootstrap stack, where it is not CDK's own. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-custom-synth.html */
export function qualifierIn(context: CdkContext): string | undefined {
  const qualifier = context['@aws-cdk/core:bootstrapQualifier'];
  return typeof qualifier === 'string' && qualifier !== '' ? qualifier : undefined;
}

/**
 * The policy that CDK puts on every role, in an account and region: `{ "name": "…" }` or `{ "arn": "…" }`, with CDK's
 * placeholders in it.
 *
 * https://docs.aws.amazon.com/cdk/v2/guide/customize-permissions-boundaries.html
 */
export function boundaryIn(context: CdkContext): ((account: string, region: string) => string) | undefined {
  const asked = context['@aws-cdk/core:permissionsBoundary'];
  const { name, arn } = Object(asked) as { readonly name?: unknown; readonly arn?: unknown };
  const byName = typeof name === 'string' ? `arn:aws:iam::\${AWS::AccountId}:policy/${name}` : undefined;
  const pattern = typeof arn === 'string' ? arn : byName;
  if (pattern === undefined) return undefined;
  const qualifier = qualifierIn(context) ?? 'hnb659fds';
  return (account, region) =>
    pattern
      .replaceAll('${AWS::Partition}', 'aws')
      .replaceAll('${AWS::AccountId}', account)
      .replaceAll('${AWS::Region}', region)
      .replaceAll('${Qualifier}', qualifier);
}
