import { isOptIn } from '../../../lib/share/validation/regions';
import { sayProof as say } from '../../../words/say';
import { listed } from '../../../words/speech';
import type { VendorPromise } from '../promise/vendor-promise';
import { promisedActions } from '../promise/use';
import type { ClaimId, PromiseInWords } from './report';
import { MADE_UP } from '../templates/made-up';

/** The promise as a person would say it. */
export function promiseInWords(promise: VendorPromise): PromiseInWords {
  const { vendor, roleArn, bucketArn, vendorName, kmsKeyArn, bucketIsThere, company } = promise;
  const { externalId, prefixes } = vendor;
  const { listing, ofBucket, reading } = promisedActions(vendor);
  return {
    vendor: vendorName,
    who: whoBorrows(promise),
    through: roleArn,
    what: [...listing, ...ofBucket, ...reading, ...(kmsKeyArn === undefined ? [] : ['kms:Decrypt'])],
    onWhat: [
      bucketArn,
      ...(prefixes ?? ['']).map((prefix) => `${bucketArn}/${prefix}*`),
      ...(kmsKeyArn === undefined ? [] : [say('itsKey')]),
    ],
    untilWhen: vendor.until ?? say('never'),
    conditions: [
      bucketIsThere ? say('overTlsToOwner', { account: company.account }) : say('overTls'),
      say('sessionLength'),
      ...(externalId === undefined ? [] : [say('withExternalId', { externalId })]),
      ...(prefixes ? [say('listingWithPrefix', { prefixes: listed(prefixes, 'or') })] : []),
      ...(kmsKeyArn === undefined ? [] : [say('decrypting')]),
    ],
  };
}

function whoBorrows({ vendor, accounts, permissionSetName: set, identityCenter }: VendorPromise): string {
  const { borrowers } = vendor;
  const inAccounts = { count: accounts.length, accounts: listed(accounts) };
  const people = listed(
    (identityCenter?.assignees ?? []).map(({ type, name, id }) =>
      say(type === 'GROUP' ? 'group' : 'user', { name, id }),
    ),
  );
  if (borrowers === 'permission-set') {
    return identityCenter
      ? say('whoSessionsAssigned', { ...inAccounts, set, people })
      : say('whoSessions', { ...inAccounts, set });
  }
  if (Array.isArray(borrowers)) return say('whoArns', { arns: listed(borrowers as readonly string[]) });
  return identityCenter
    ? say('whoAnyPrincipalAndSet', { ...inAccounts, set, people })
    : say('whoAnyPrincipal', inAccounts);
}

/** What is somebody else's, and so not in the templates. */
export function notProvedOf({
  vendorName,
  vendor,
  identityCenter,
  bucketIsThere,
  bucketName,
  kmsKeyArn,
  region,
  accounts,
  company,
}: VendorPromise): string[] {
  const enabling = { region, vendor: listed(accounts), company: company.account };
  const key = kmsKeyArn !== undefined && !kmsKeyArn.includes(MADE_UP) ? kmsKeyArn : undefined;
  const ofVendor = identityCenter === undefined && !Array.isArray(vendor.borrowers);
  return [
    ...(ofVendor ? [say('vendorHalfIsOwn', { vendor: vendorName })] : []),
    ...(bucketIsThere ? [say('bucketIsThere', { bucket: bucketName })] : []),
    ...(key === undefined ? [] : [say('keyIsThere', { key })]),
    ...(isOptIn(region)
      ? [say(accounts.length > 1 ? 'regionIsOptInOfSeveral' : 'regionIsOptIn', enabling)]
      : []),
  ];
}

/**
 * A claim's sentence, as far as it can be made of these promises.
 *
 * @param live about what is deployed; else about templates
 */
export function claimText(id: ClaimId, promises: readonly VendorPromise[], live: boolean): string {
  const others = promises.filter(({ identityCenter }) => !identityCenter);
  const vendors = listed(others.map(({ vendorName }) => vendorName));
  const areAll = others.length === promises.length;
  switch (id) {
    case 'outsiders': {
      const isThere = promises.some(({ bucketIsThere }) => bucketIsThere);
      if (live) return say(isThere ? 'outsidersDeployedExistingBucket' : 'outsidersDeployed');
      return say(isThere ? 'outsidersExistingBucket' : 'outsiders');
    }
    case 'borrowers':
      return say('borrowers');
    case 'permission-set':
      if (others.length === 0) return say('permissionSet');
      return areAll ? say('permissionSetNone') : say('permissionSetSome', { vendors });
    case 'it-works':
      if (others.length === 0) return say('itWorks');
      return areAll ? say('itWorksWithHalf') : say('itWorksWithHalfOf', { vendors });
  }
}

/** What no proof over policies can know. */
export function notCovered(live: boolean): string[] {
  const always = [
    say('organizationPolicies'),
    say('organizationFromOutside'),
    say('groupMembers'),
    say('ownPeople'),
    say('servicesOfCompany'),
    say('callerIdentity'),
  ];
  if (live) return [say('laterChanges'), say('otherResources'), ...always, say('asDocumented')];
  // What can happen without anybody meaning ill comes first.
  return [
    say('drift'),
    say('bootstrapAccess'),
    say('outsideTemplates'),
    ...always,
    say('ownFunctions'),
    say('attackInProcess'),
    say('asDocumented'),
  ];
}
