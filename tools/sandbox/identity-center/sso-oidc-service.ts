import { randomUUID } from 'node:crypto';
import {
  AwsError,
  notModelled,
  type Operation,
  type Service,
  type ServiceRequest,
  type ServiceResponse,
} from '../core/service';
import { secretKey } from '../core/unique-id';
import type { IdentityCenterInstance } from '../core/identity-center';
import type { World } from '../core/world';
import { isSameSecret } from '../wire/signature';
import { isRegistered, isVerified, type OidcClient } from './oidc-client';
import { codeInput, json, readJson } from './sign-in-messages';
import { chooseUserPage, signedInPage } from './sign-in-pages';

/**
 * What `aws sso login` talks to, so that the handoff page's first command works on the sandbox as it does on AWS: the
 * device code flow (every client) and the authorization code flow with PKCE (version 2 of the AWS CLI). Instead of a
 * password, the page in the browser asks which of the sandbox's users one would like to be.
 *
 * https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/Welcome.html
 */
export function ssoOidcService(world: World): Service {
  const signIns = new SignIns(world);
  const operations: Readonly<Record<string, NamedOperation>> = {
    'POST /client/register': ['RegisterClient', (request) => signIns.registerClient(request)],
    'POST /device_authorization': ['StartDeviceAuthorization', (request) => signIns.startDevice(request)],
    'POST /token': ['CreateToken', (request) => signIns.createToken(request)],
    'GET /authorize': ['Authorize', (request) => signIns.startAuthorization(request)],
    'GET /device': ['SignInPage', (request) => signIns.page(request)],
    'POST /device': ['SignIn', (request) => signIns.approve(request)],
  };
  return {
    name: 'sso-oauth',
    protocol: 'rest-json',
    recognition: { paths: PATHS },
    operations: Object.values(operations).map(([name]) => name),
    operationOf(request): Operation {
      const operation = operations[`${request.method} ${request.path}`];
      if (operation === undefined) throw notModelled(`the sign-in's ${request.method} ${request.path}`);
      const [name, run] = operation;
      // Nobody is signed in yet: there is no one to ask permission for.
      return { name, permissions: [], run: () => run(request) };
    },
  };
}

/** Its calls carry no signature that would name the service. */
const PATHS: ReadonlySet<string> = new Set([
  '/client/register',
  '/device_authorization',
  '/token',
  '/authorize',
  '/device',
]);

type NamedOperation = readonly [name: string, run: (request: ServiceRequest) => ServiceResponse];

/** One sign-in on its way: from the client's first call until its code is exchanged for a token. */
interface SignIn {
  readonly clientId: string;
  readonly instance: IdentityCenterInstance;
  readonly expiresAt: Date;
  /** Where the browser goes afterwards, and what proves that the same client comes for the token. */
  readonly redirect?: { readonly uri: string; readonly state: string; readonly codeChallenge: string };
  userId?: string;
}

const TEN_MINUTES = 600;
const NINETY_DAYS = 90 * 86_400;
const EIGHT_HOURS = 8 * 3600;
const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

class SignIns {
  private readonly clients = new Map<string, OidcClient>();
  /** By device code, or by authorization code. */
  private readonly byCode = new Map<string, SignIn>();
  /** What a person sees and types: user code → device or authorization code. */
  private readonly byUserCode = new Map<string, string>();

  constructor(private readonly world: World) {}

  registerClient(request: ServiceRequest): ServiceResponse {
    const input = readJson(request);
    const clientId = randomUUID();
    const clientSecret = secretKey();
    const expiresAt = this.inSeconds(NINETY_DAYS);
    this.clients.set(clientId, {
      secret: clientSecret,
      expiresAt,
      redirectUris: input.list('redirectUris'),
      issuerUrl: input.optional('issuerUrl'),
    });
    const clientSecretExpiresAt = Math.floor(expiresAt.getTime() / 1000);
    const clientIdIssuedAt = clientSecretExpiresAt - NINETY_DAYS;
    return json({ clientId, clientSecret, clientIdIssuedAt, clientSecretExpiresAt });
  }

  startDevice(request: ServiceRequest): ServiceResponse {
    const input = readJson(request);
    const clientId = this.provenClient(input.required('clientId'), input.required('clientSecret'));
    const instance = this.instanceAt(input.required('startUrl'));
    const { code, userCode } = this.begin({ clientId, instance });
    const page = `http://${request.headers.host ?? ''}/device`;
    return json({
      deviceCode: code,
      userCode,
      verificationUri: page,
      verificationUriComplete: `${page}?user_code=${userCode}`,
      expiresIn: TEN_MINUTES,
      interval: 1,
    });
  }

  startAuthorization(request: ServiceRequest): ServiceResponse {
    const input = codeInput(request.query);
    const clientId = input.required('client_id');
    const client = this.clients.get(clientId);
    if (client?.issuerUrl === undefined) throw invalidClient();
    if (input.required('code_challenge_method') !== 'S256')
      throw notModelled('another code challenge than S256');
    const uri = input.required('redirect_uri');
    if (!isRegistered(uri, client))
      throw new AwsError('InvalidRequestException', 'redirect_uri is not registered');
    const { userCode } = this.begin({
      clientId,
      instance: this.instanceAt(client.issuerUrl),
      redirect: { uri, state: input.required('state'), codeChallenge: input.required('code_challenge') },
    });
    return { status: 302, headers: { location: `/device?user_code=${userCode}` }, body: '' };
  }

  page(request: ServiceRequest): ServiceResponse {
    const userCode = request.query.get('user_code') ?? '';
    return chooseUserPage(userCode, [...this.pending(userCode).signIn.instance.users.values()]);
  }

  approve(request: ServiceRequest): ServiceResponse {
    const form = codeInput(new URLSearchParams(request.body.toString('utf8')));
    const { code, signIn } = this.pending(form.required('user_code'));
    const user = signIn.instance.users.get(form.required('user_id'));
    if (user === undefined) throw new AwsError('InvalidRequestException', 'no such user');
    signIn.userId = user.id;
    if (signIn.redirect === undefined) return signedInPage(user.name);
    const back = new URL(signIn.redirect.uri);
    back.searchParams.set('code', code);
    back.searchParams.set('state', signIn.redirect.state);
    return { status: 303, headers: { location: back.href }, body: '' };
  }

  createToken(request: ServiceRequest): ServiceResponse {
    const input = readJson(request);
    const clientId = this.provenClient(input.required('clientId'), input.required('clientSecret'));
    const grantType = input.required('grantType');
    if (grantType !== DEVICE_GRANT && grantType !== 'authorization_code') {
      throw new AwsError(
        'UnsupportedGrantTypeException',
        `the sandbox does not model the grant type ${grantType}`,
      );
    }
    const code = input.required(grantType === DEVICE_GRANT ? 'deviceCode' : 'code');
    const signIn = this.byCode.get(code);
    if (signIn === undefined || signIn.clientId !== clientId) throw new AwsError('InvalidGrantException', '');
    if (this.world.now() >= signIn.expiresAt) throw new AwsError('ExpiredTokenException', 'expired_token');
    if (signIn.userId === undefined)
      throw new AwsError('AuthorizationPendingException', 'authorization_pending');
    const { redirect } = signIn;
    if (redirect !== undefined && !isVerified(redirect.codeChallenge, input.required('codeVerifier'))) {
      throw new AwsError('InvalidGrantException', '');
    }
    this.byCode.delete(code);
    const accessToken = `${secretKey()}${secretKey()}`;
    const expiresAt = this.inSeconds(EIGHT_HOURS);
    signIn.instance.portalTokens.set(accessToken, { userId: signIn.userId, expiresAt });
    return json({ accessToken, tokenType: 'Bearer', expiresIn: EIGHT_HOURS });
  }

  private begin(signIn: Omit<SignIn, 'expiresAt'>): { code: string; userCode: string } {
    const code = randomUUID();
    const letters = randomUUID().toUpperCase();
    const userCode = `${letters.slice(0, 4)}-${letters.slice(4, 8)}`;
    this.byCode.set(code, { ...signIn, expiresAt: this.inSeconds(TEN_MINUTES) });
    this.byUserCode.set(userCode, code);
    return { code, userCode };
  }

  private pending(userCode: string): { code: string; signIn: SignIn } {
    const code = this.byUserCode.get(userCode.toUpperCase()) ?? '';
    const signIn = this.byCode.get(code);
    if (signIn === undefined || this.world.now() >= signIn.expiresAt) {
      throw new AwsError(
        'InvalidRequestException',
        'This code is unknown or has expired: run aws sso login again.',
      );
    }
    return { code, signIn };
  }

  private provenClient(clientId: string, secret: string): string {
    const client = this.clients.get(clientId);
    const isProved = client !== undefined && isSameSecret(Buffer.from(client.secret), Buffer.from(secret));
    if (!isProved || this.world.now() >= client.expiresAt) throw invalidClient();
    return clientId;
  }

  private instanceAt(startUrl: string): IdentityCenterInstance {
    const withoutSlash = (url: string): string => url.replace(/(\/#?)+$/, '');
    for (const instance of this.world.identityCenters.values()) {
      if (withoutSlash(instance.startUrl) === withoutSlash(startUrl)) return instance;
    }
    const remark = `no Identity Center of the sandbox has the start URL ${startUrl}`;
    throw new AwsError('InvalidRequestException', '', 400, { remark });
  }

  private inSeconds(seconds: number): Date {
    return new Date(this.world.now().getTime() + seconds * 1000);
  }
}

const invalidClient = (): AwsError => new AwsError('InvalidClientException', 'Invalid client provided', 401);
