import type { Share } from './lib/share/share';

/**
 * The only file to edit. With the values it ships with everything works except a live deploy:
 * `npm run rehearse` shows it on two accounts on localhost.
 */
export const share: Share = {
  company: {
    account: '111111111111',
    region: 'ap-northeast-1',
    bucketName: 'company-shared-data-bucket-12345',
    seedObjects: [{ key: 'test-data.txt', content: 'confidential data\n' }],
  },
  vendors: [
    {
      account: '222222222222',
      // `npm run lookup -- --profile vendor --group Analysts` finds and prints these.
      identityCenter: {
        instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
        region: 'ap-northeast-1',
        startUrl: 'https://vendor.awsapps.com/start',
      },
      assignees: [{ type: 'GROUP', id: 'a1b2c3d4-5678-90ab-cdef-111122223333', name: 'Analysts' }],
    },
  ],
};
