/**
 * The server is the only one who renders. When something has changed, the page asks for itself again and takes over what is
 * different, node by node: what has the focus, is open or was chosen stays. What is being read stays where it is: the list of
 * requests waits while somebody is at it, and the page keeps the place of what stands at the top of the window.
 */
export const HOME_SCRIPT = `
(() => {
  const main = document.querySelector('main');
  const parser = new DOMParser();
  let seen;
  let busy = false;
  let again = false;
  const byId = (id) => document.getElementById(id);
  const asked = () => new URL(location.href).searchParams;
  const isRead = () => {
    const list = byId('requests');
    return asked().has('request') || list.scrollTop > 4 || list.matches(':hover') || list.contains(document.activeElement);
  };
  const isSame = (one, other) => one.nodeType === other.nodeType && one.nodeName === other.nodeName && (one.id ?? '') === (other.id ?? '');
  // The list as it is read; only which of them is chosen is taken over.
  const mark = (list, chosen) => {
    for (const link of list.querySelectorAll('a')) {
      if (link.parentElement.id === chosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  const take = (from, to) => {
    if (from.isEqualNode(to)) return;
    if (from.id === 'requests' && seen !== undefined) { mark(from, to.querySelector('[aria-current]')?.parentElement.id); return; }
    if (from.nodeType !== Node.ELEMENT_NODE) { from.data = to.data; return; }
    for (const { name } of [...from.attributes]) if (!to.hasAttribute(name) && name !== 'open' && name !== 'data-said') from.removeAttribute(name);
    for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
    const stays = new Set([...to.children].map(({ id }) => id).filter((id) => id !== ''));
    let at = from.firstChild;
    for (const next of [...to.childNodes]) {
      const found = next.id ? [...from.children].find(({ id }) => id === next.id) : undefined;
      if (found) {
        while (at !== null && at !== found && !stays.has(at.id)) { const gone = at; at = at.nextSibling; gone.remove(); }
        if (found === at) at = at.nextSibling;
        else from.insertBefore(found, at);
        take(found, next);
      } else if (at !== null && !next.id && isSame(at, next)) {
        const old = at;
        at = at.nextSibling;
        take(old, next);
      } else from.insertBefore(document.importNode(next, true), at);
    }
    while (at !== null) { const gone = at; at = at.nextSibling; gone.remove(); }
  };
  const topOf = () => {
    for (const y of [90, 160, 240, 320, 400]) {
      const found = document.elementFromPoint(innerWidth * 0.7, y)?.closest('main [id]');
      if (found && found.id !== 'stage' && found.id !== 'why' && found.id !== 'lands') return { id: found.id, top: found.getBoundingClientRect().top };
    }
  };
  const show = (text, keep) => {
    const fresh = parser.parseFromString(text, 'text/html').querySelector('main');
    const place = keep ? topOf() : undefined;
    const chosen = byId('because')?.dataset.request;
    // A request that the sandbox does not keep any more stays on the page as it was.
    if (keep && asked().has('request') && fresh.querySelector('#because')?.dataset.request !== chosen) {
      fresh.querySelector('#stage').replaceWith(document.importNode(byId('stage'), true));
    }
    take(main, fresh);
    const now = place && byId(place.id)?.getBoundingClientRect().top;
    if (now !== undefined && Math.abs(now - place.top) > 1) scrollBy(0, now - place.top);
  };
  const lost = (is) => { const note = byId('lost'); if (note !== null) note.hidden = !is; };
  const ask = async (address, options) => {
    const answer = await fetch(address, { ...options, headers: { accept: 'text/html' } });
    return { ok: answer.ok, text: await answer.text(), url: new URL(answer.url) };
  };
  const refresh = async () => {
    if (document.hidden || busy) { again = true; return; }
    busy = true;
    again = false;
    try {
      const query = asked();
      if (isRead()) {
        seen ??= Number(byId('requests').dataset.count);
        query.set('seen', seen);
        const { request } = byId('because').dataset;
        if (request !== undefined && !query.has('request')) query.set('request', request);
      } else seen = undefined;
      const { text } = await ask('/?' + query);
      show(text, true);
      lost(false);
    } catch { lost(true); }
    busy = false;
    if (again) setTimeout(refresh, 100);
  };
  // A link or a form of this page: the same without loading everything anew.
  const go = async (address, options) => {
    const { ok, text, url } = await ask(address, options);
    url.searchParams.delete('seen');
    if (ok) { history.replaceState(null, '', url.pathname + url.search); show(text, false); }
    else location.reload();
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-live]');
    if (link === null || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const address = new URL(link.href);
    if (link.dataset.newest !== undefined) { seen = undefined; byId('requests').scrollTop = 0; }
    else if (link.closest('#requests') !== null) seen ??= Number(byId('requests').dataset.count);
    if (seen !== undefined) address.searchParams.set('seen', seen);
    go(address).catch(() => lost(true));
  });
  document.addEventListener('submit', (event) => {
    if (event.target.method !== 'post') return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(event.target));
    seen = undefined;
    go(event.target.action, { method: 'POST', body }).then(() => byId('result')?.scrollIntoView({ block: 'nearest' }), () => lost(true));
  });
  document.addEventListener('visibilitychange', () => { if (!document.hidden && again) refresh(); });
  const events = new EventSource('/-/events');
  events.addEventListener('message', refresh);
  events.addEventListener('open', refresh);
  events.addEventListener('error', () => lost(true));
})();
`;
