import { resembles, resemblesRole } from '../../tools/verify/resembles';

test.each([
  ['VendorAccessRole', 'VendorAccessRole', true],
  ['vendoraccessrole', 'VendorAccessRole', true],
  ['VendorAcessRole', 'VendorAccessRole', true],
  ['VendorAccesssRoles', 'VendorAccessRole', true],
  ['VendrAccesRole', 'VendorAccessRole', true],
  ['VndrAccesRole', 'VendorAccessRole', false],
  ['AdministratorAccess', 'VendorAccessRole', false],
  ['RaedS', 'Reads', true],
  ['Roles', 'Reads', false],
  ['ETL', 'etl', true],
  ['ETX', 'etl', false],
  ['read', 'rode', false],
  ['', 'Reads', false],
])('%s is a slip of %s: %s', (written, meant, isSlip) => {
  expect(resembles(written, meant)).toBe(isSlip);
});

test.each([
  ['arn:aws:iam::111111111111:role/Reader', 'arn:aws:iam::222222222222:role/Reader', true],
  ['arn:aws:iam::111111111111:role/team/Reader', 'arn:aws:iam::111111111111:role/Reader', true],
  ['arn:aws:iam::111111111111:role/Raeder', 'arn:aws:iam::111111111111:role/Reader', true],
  ['arn:aws:iam::222222222222:role/Raeder', 'arn:aws:iam::111111111111:role/Reader', false],
  ['arn:aws:iam::111111111111:role/Writer', 'arn:aws:iam::111111111111:role/Reader', false],
  ['arn:aws:iam::111111111111:role/Admin', 'arn:aws:iam::111111111111:role/Reader', false],
  ['Reader', 'arn:aws:iam::111111111111:role/Reader', true],
  ['Admin', 'arn:aws:iam::111111111111:role/Reader', false],
])('%s is meant for %s: %s', (written, meant, isMeant) => {
  expect(resemblesRole(written, meant)).toBe(isMeant);
});
