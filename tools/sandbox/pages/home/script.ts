/**
 * The server is the only one who renders. When something has changed, the page asks for itself again and takes over what is
 * different, node by node: what has the focus, is open or was chosen stays. What is being read stays where it is: the list of
 * requests waits while somebody is at it, and the page keeps the place of what stands at the top of the window.
 */
export const HOME_SCRIPT = `
(() => {
  const main = document.querySelector('main');
  let seen;
  let busy = false;
  let again = false;
  const byId = (id) => document.getElementById(id);
  const asked = () => new URL(location.href).searchParams;
  const isRead = () => {
    const list = byId('requests');
    return asked().has('request') || list.scrollTop > 4 || list.matches(':hover') || list.contains(document.activeElement);
  };
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
    const old = [...from.childNodes];
    const now = [...to.childNodes].map((next) => {
      const at = old.findIndex((one) => one.nodeName === next.nodeName && one.id === next.id);
      if (at < 0) return document.importNode(next, true);
      const [found] = old.splice(at, 1);
      take(found, next);
      return found;
    });
    for (const gone of old) gone.remove();
    now.forEach((node, at) => { if (from.childNodes[at] !== node) from.insertBefore(node, from.childNodes[at] ?? null); });
  };
  const topOf = () => {
    for (const y of [90, 160, 240, 320, 400]) {
      const found = document.elementFromPoint(innerWidth * 0.7, y)?.closest('main [id]');
      if (found && found.id !== 'stage' && found.id !== 'why' && found.id !== 'lands') return { id: found.id, top: found.getBoundingClientRect().top };
    }
  };
  const show = (text, keep) => {
    const fresh = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
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
  const ask = async (address) => (await fetch(address, { headers: { accept: 'text/html' } })).text();
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
      show(await ask('/?' + query), true);
      lost(false);
    } catch { lost(true); }
    busy = false;
    if (again) setTimeout(refresh, 100);
  };
  // A link of this page: the same without loading everything anew.
  document.addEventListener('click', async (event) => {
    const link = event.target.closest('a[data-live]');
    if (link === null || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const address = new URL(link.href);
    if (link.dataset.newest !== undefined) { seen = undefined; byId('requests').scrollTop = 0; }
    else if (link.closest('#requests') !== null) seen ??= Number(byId('requests').dataset.count);
    const shown = address.pathname + address.search;
    if (seen !== undefined) address.searchParams.set('seen', seen);
    try {
      const text = await ask(address);
      history.replaceState(null, '', shown);
      show(text, false);
    } catch { lost(true); }
  });
  document.addEventListener('visibilitychange', () => { if (!document.hidden && again) refresh(); });
  const events = new EventSource('/-/events');
  events.addEventListener('message', refresh);
  events.addEventListener('open', refresh);
  events.addEventListener('error', () => lost(true));
})();
`;
