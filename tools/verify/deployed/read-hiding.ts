import { sayReading } from '../../../words/say';
import {
  GetBucketLifecycleConfigurationCommand,
  type IntelligentTieringConfiguration,
  type LifecycleRule,
  ListBucketIntelligentTieringConfigurationsCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { READABLE_AT_ONCE } from '../../proof/templates/bucket-lifecycle';
import type { BucketInput } from './bucket-settings';
import { continued } from './continued';
import type { Parts } from './live-reader';

/** How the bucket takes objects away from those who may read them: one clause for each rule. */
export async function readHiding(parts: Parts, s3: S3Client, input: BucketInput): Promise<string[]> {
  const [lifecycle, tiering] = await Promise.all([
    parts.read(sayReading('part.lifecycle'), async (call) => {
      const request = s3.send(new GetBucketLifecycleConfigurationCommand(input), call.options());
      return (await call.ifThere(request, 'NoSuchLifecycleConfiguration'))?.Rules ?? [];
    }),
    parts.read(sayReading('part.tiering'), async (call) => {
      const pages = await continued((page) =>
        call.answer(
          s3.send(
            new ListBucketIntelligentTieringConfigurationsCommand({ ...input, ...page }),
            call.options(),
          ),
        ),
      );
      return pages.flatMap(({ IntelligentTieringConfigurationList: list }) => list ?? []);
    }),
  ]);
  return [...(lifecycle?.value ?? []).flatMap(hiddenByRule), ...(tiering?.value ?? []).flatMap(archived)];
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html */
function hiddenByRule({
  ID: id,
  Status: status,
  Expiration: expiration,
  Transitions: moves,
}: LifecycleRule): string[] {
  if (status === 'Disabled') return [];
  const deletes = expiration?.Days !== undefined || expiration?.Date !== undefined;
  const away = (moves ?? []).map(({ StorageClass: to }) => to ?? sayReading('unknown-class'));
  return [
    ...(deletes
      ? [id === undefined ? sayReading('rule.deletes.unnamed') : sayReading('rule.deletes', { id })]
      : []),
    ...away
      .filter((to) => !READABLE_AT_ONCE.has(to))
      .map((storageClass) =>
        id === undefined
          ? sayReading('rule.moves.unnamed', { storageClass })
          : sayReading('rule.moves', { id, storageClass }),
      ),
  ];
}

/** Tiers are for archives alone: https://docs.aws.amazon.com/AmazonS3/latest/userguide/intelligent-tiering-overview.html */
function archived({ Id: id, Status: status, Tierings: tiers }: IntelligentTieringConfiguration): string[] {
  if (status === 'Disabled') return [];
  return (tiers ?? []).map(({ AccessTier: tier = sayReading('unknown-tier') }) =>
    sayReading('tiering', { id: id ?? '', tier }),
  );
}
