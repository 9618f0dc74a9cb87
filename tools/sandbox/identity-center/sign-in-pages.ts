import type { ServiceResponse } from '../core/service';
import type { Principal } from '../core/identity-center';

/** The page that stands for Identity Center's sign-in: who would you like to be? */
export function chooseUserPage(userCode: string, users: readonly Principal[]): ServiceResponse {
  const buttons = users.map(
    ({ id, name }) => `<button name="user_id" value="${escapeHtml(id)}">${escapeHtml(name)}</button>`,
  );
  return page(
    'Sign in to the sandbox',
    `<p>There are no passwords here. Code <b>${escapeHtml(userCode)}</b>: who would you like to be?</p>
<form method="post" action="/device"><input type="hidden" name="user_code" value="${escapeHtml(userCode)}">
${buttons.join('\n')}
</form>`,
  );
}

export function signedInPage(name: string): ServiceResponse {
  return page(
    'Signed in',
    `<p>You are <b>${escapeHtml(name)}</b>. Go back to the terminal; this page can be closed.</p>`,
  );
}

function page(title: string, content: string): ServiceResponse {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: `<!doctype html>
<html lang="en"><head><title>${title}</title><meta name="viewport" content="width=device-width">
<style>
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 28rem; margin: 18vh auto; padding: 0 1rem; }
button { font: inherit; display: block; width: 100%; margin: .5rem 0; padding: .6rem; cursor: pointer; }
</style></head>
<body><h1>${title}</h1>
${content}
</body></html>
`,
  };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
