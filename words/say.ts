import { type Language, type Messages, type Say, speaker } from './speech';

const loaded = new Map<string, Messages>();

/** What says the messages of one part. Its table is loaded with the first of them, in the language that is spoken. */
function part<Part extends { readonly en: Messages }>(name: string): Say<Part['en']> {
  return speaker((language) => tableOf(name, language) as Part['en']);
}

function tableOf(name: string, language: Language): Messages {
  const path = `./${name}/${language}`;
  const table = loaded.get(path) ?? (require(path) as Readonly<Record<Language, Messages>>)[language];
  loaded.set(path, table);
  return table;
}

// What is said when this computer can open no more files.
for (const name of ['cli', 'machine']) for (const language of ['en', 'ja'] as const) tableOf(name, language);

export const sayAccessReport = part<typeof import('./access-report/en')>('access-report');
export const sayAccessReportPage = part<typeof import('./access-report-page/en')>('access-report-page');
export const sayCli = part<typeof import('./cli/en')>('cli');
export const sayHandoff = part<typeof import('./handoff/en')>('handoff');
export const sayHandoffAdministrator =
  part<typeof import('./handoff-administrator/en')>('handoff-administrator');
export const sayHandoffTrouble = part<typeof import('./handoff-trouble/en')>('handoff-trouble');
export const sayPolicy = part<typeof import('./iam/en')>('iam');
export const sayLookup = part<typeof import('./lookup/en')>('lookup');
export const sayOfMachine = part<typeof import('./machine/en')>('machine');
export const sayPages = part<typeof import('./pages/en')>('pages');
export const sayParameters = part<typeof import('./parameters/en')>('parameters');
export const sayProof = part<typeof import('./proof/en')>('proof');
export const sayProofClaims = part<typeof import('./proof-claims/en')>('proof-claims');
export const sayProofClasses = part<typeof import('./proof-classes/en')>('proof-classes');
export const sayProofPage = part<typeof import('./proof-page/en')>('proof-page');
export const sayProofPromise = part<typeof import('./proof-promise/en')>('proof-promise');
export const sayProofTemplates = part<typeof import('./proof-templates/en')>('proof-templates');
export const sayRehearse = part<typeof import('./rehearse/en')>('rehearse');
export const sayRehearseBrowser = part<typeof import('./rehearse-browser/en')>('rehearse-browser');
export const saySandboxConsole = part<typeof import('./sandbox-console/en')>('sandbox-console');
export const saySandboxHome = part<typeof import('./sandbox-home/en')>('sandbox-home');
export const saySandboxReasons = part<typeof import('./sandbox-reasons/en')>('sandbox-reasons');
export const saySandboxWelcome = part<typeof import('./sandbox-welcome/en')>('sandbox-welcome');
export const sayTime = part<typeof import('./time/en')>('time');
export const sayCause = part<typeof import('./verify-causes/en')>('verify-causes');
export const sayDeployed = part<typeof import('./verify-deployed/en')>('verify-deployed');
export const sayNetwork = part<typeof import('./verify-network/en')>('verify-network');
export const sayProbe = part<typeof import('./verify-probes/en')>('verify-probes');
export const sayProfile = part<typeof import('./verify-profile/en')>('verify-profile');
export const sayReading = part<typeof import('./verify-reading/en')>('verify-reading');
export const sayReport = part<typeof import('./verify-report/en')>('verify-report');
