import { sayReading } from '../../../words/say';
import { GetKeyPolicyCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { ResourcePolicyEntry } from '../../proof/templates/inventory';
import { type LiveReader, parsed } from './live-reader';
import { promisedKey } from './promised-inventory';

/**
 * The policy of the key that the objects are encrypted with; as it was promised where it could not be read.
 *
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html
 *
 * @param arn of the key
 */
export async function readKey(
  live: LiveReader,
  kms: KMSClient,
  arn: string,
  account: string,
): Promise<ResourcePolicyEntry> {
  const promised = promisedKey(arn, account);
  const read = await live.thing(sayReading('key', { key: promised.resource }), async (call) => {
    const command = new GetKeyPolicyCommand({ KeyId: arn, PolicyName: 'default' });
    const { Policy: text } = await call.answer(kms.send(command, call.options()));
    const origin = { ...promised.policy.origin, live: true };
    return { ...promised, policy: { ...promised.policy, document: parsed(text), origin } };
  });
  return read ?? promised;
}
