/** The names of parameters.ts as it ships, written out. */
export const ROLE_ARN = 'arn:aws:iam::111111111111:role/VendorAccessRole';
export const BUCKET = 'company-shared-data-bucket-12345';
export const READ_POLICY_ARN = 'arn:aws:iam::111111111111:policy/VendorS3AccessPolicy';
export const AWS_REGION = 'ap-northeast-1';
