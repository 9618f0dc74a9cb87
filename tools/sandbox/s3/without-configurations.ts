import { notThere } from './not-there';
import type { S3Handler } from './s3-call';
import { xmlResponse } from './xml';

/**
 * Configurations that the sandbox gives no bucket: whoever reads them is told so, as by S3, and whoever writes one is told that
 * it is not modelled.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketReplication.html
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketWebsite.html
 */
export const withoutConfigurations: Readonly<Record<string, S3Handler>> = {
  GetBucketReplication: ({ bucket }) => {
    throw notThere(
      'ReplicationConfigurationNotFoundError',
      'The replication configuration was not found',
      bucket,
    );
  },
  GetBucketWebsite: ({ bucket }) => {
    throw notThere(
      'NoSuchWebsiteConfiguration',
      'The specified bucket does not have a website configuration',
      bucket,
    );
  },
  GetBucketNotificationConfiguration: () => xmlResponse('NotificationConfiguration', ''),
  ListBucketInventoryConfigurations: () =>
    xmlResponse('ListInventoryConfigurationsResult', { IsTruncated: 'false' }),
  ListBucketAnalyticsConfigurations: () =>
    xmlResponse('ListBucketAnalyticsConfigurationResult', { IsTruncated: 'false' }),
  ListBucketIntelligentTieringConfigurations: () =>
    xmlResponse('ListBucketIntelligentTieringConfigurationsOutput', { IsTruncated: 'false' }),
};
