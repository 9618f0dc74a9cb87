import { createServer } from 'node:http';
import type { InstanceMetadata } from '@aws-sdk/client-sso-admin';

/** What AWS answers a caller, where neither the sandbox nor another emulator has an answer. */
export interface Aws {
  /** The account of the profile. */
  readonly caller: string;
  readonly instances: readonly InstanceMetadata[];
  /** By instance ARN; without one, permission sets can be listed. */
  readonly refusesPermissionSets?: Readonly<Record<string, Refusal>>;
  /** By instance ARN, where DescribeInstance says so. */
  readonly permissionSetsEnabled?: Readonly<Record<string, boolean>>;
  /** By operation. */
  readonly refuses?: Readonly<Record<string, Refusal>>;
  /** Display name to id. */
  readonly groups?: Readonly<Record<string, string>>;
}

export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** This AWS on localhost. */
export async function startAws(aws: Aws): Promise<{ readonly url: string; readonly stop: () => void }> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const target = request.headers['x-amz-target'];
      const operation = typeof target === 'string' ? target : (/Action=(\w+)/.exec(body)?.[1] ?? '');
      const arn = /"InstanceArn":"([^"]+)"/.exec(body)?.[1] ?? '';
      const answer = answerTo(operation.slice(operation.indexOf('.') + 1), arn, aws);
      // Without it, an answer is not AWS's.
      response.writeHead(answer.status, { 'x-amzn-requestid': '0f1e2d3c' }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Answers as the service does: STS in XML, Identity Center in JSON. */
function answerTo(operation: string, InstanceArn: string, aws: Aws): { status: number; body: string } {
  const json = (status: number, body: object) => ({ status, body: JSON.stringify(body) });
  const refusal = aws.refuses?.[operation];
  if (refusal !== undefined) return json(400, { __type: refusal.code, Message: refusal.message });
  switch (operation) {
    case 'GetCallerIdentity': {
      const result = `<GetCallerIdentityResult><Account>${aws.caller}</Account></GetCallerIdentityResult>`;
      return { status: 200, body: `<GetCallerIdentityResponse>${result}</GetCallerIdentityResponse>` };
    }
    case 'ListInstances':
      return json(200, { Instances: aws.instances });
    case 'DescribeInstance':
      return json(200, { InstanceArn, PermissionSetsEnabled: aws.permissionSetsEnabled?.[InstanceArn] });
    case 'ListPermissionSets': {
      const refused = aws.refusesPermissionSets?.[InstanceArn];
      return refused === undefined
        ? json(200, { PermissionSets: [] })
        : json(400, { __type: refused.code, Message: refused.message });
    }
    case 'ListGroups': {
      const groups = Object.entries(aws.groups ?? {});
      return json(200, { Groups: groups.map(([DisplayName, GroupId]) => ({ DisplayName, GroupId })) });
    }
    default:
      return json(500, { Message: `${operation} was not expected` });
  }
}
