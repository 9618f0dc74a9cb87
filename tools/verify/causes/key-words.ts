/** What AWS says of a key, and what can be done with the key that it names. */

export const idOf = (keyArn: string): string => keyArn.slice(keyArn.lastIndexOf('/') + 1);

/** S3 hands on what KMS said of the caller: `not authorized to perform: kms:Decrypt`. */
export const aboutDecrypt = (message: string): boolean => /\bkms:/i.test(message);

/** S3 puts this in front of what KMS answered to it. */
export const aboutKey = (code: string): boolean => /(^|#)KMS\./i.test(code);

/** `arn:aws:kms:REGION:ACCOUNT:key/ID` as AWS names it. */
const KEY_ARN = /arn:[\w-]+:kms:([\w-]+):(\d{12}):key\/[\w-]+/;
export const keyAccount = (message: string): string | undefined => KEY_ARN.exec(message)?.[2];

/** Nothing where AWS names no key. */
export function onKey(message: string, ...operations: string[]): string[] {
  const [arn, region] = KEY_ARN.exec(message) ?? [];
  if (arn === undefined || region === undefined) return [];
  return operations.map((one) => `aws kms ${one} --key-id ${arn} --region ${region} --profile company`);
}
