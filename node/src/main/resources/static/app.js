// What makes the pages kinder when scripts run. Every page works without this file.
// Words come from the page (data- attributes of #banner), never from here.
(() => {
  'use strict';

  const DRAFT_EVERY_MS = 5000;
  const RETRY_EVERY_MS = 5000;
  const LEAVE_RETRY_MS = 4000;

  const page = () => document.getElementById('page');
  const banner = () => document.getElementById('banner');
  const say = (name) => banner()?.dataset[name] ?? '';

  // ---- leaving at once -------------------------------------------------------------------------------------------
  // The neutral page is shown before anything is asked of the network; then the session is ended, even when the tab is
  // closed or led elsewhere at once (keepalive).
  const leave = (href) => {
    pending = null;
    const neutral = document.getElementById('left');
    document.documentElement.className = 'left';
    document.title = neutral?.dataset.title ?? '';
    document.body.replaceChildren(...(neutral ? [neutral.content.cloneNode(true)] : []));
    history.replaceState(null, '', href);
    const end = () => fetch(href, { cache: 'no-store', redirect: 'manual', keepalive: true })
      .then(() => location.replace(href))
      .catch(() => setTimeout(end, LEAVE_RETRY_MS));
    end();
  };

  document.addEventListener('click', (event) => {
    const exit = event.target instanceof Element && event.target.closest('[data-leave]');
    if (exit && event.button === 0 && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      leave(exit.getAttribute('href'));
    }
  });

  // ---- the network is gone ---------------------------------------------------------------------------------------
  // The form stays as it is; a form that may be sent twice is sent again by itself until it arrives.
  let pending = null;
  let retry = 0;

  const show = (words, button) => {
    const box = banner();
    if (!box) { return; }
    box.querySelector('p').textContent = words;
    box.querySelector('button').hidden = !button;
    box.hidden = false;
  };
  const hide = () => { const box = banner(); if (box) { box.hidden = true; } };

  const sendAgain = () => {
    clearTimeout(retry);
    if (pending?.isConnected) { pending.requestSubmit(pending.ourSubmitter?.isConnected ? pending.ourSubmitter : undefined); }
  };

  document.addEventListener('submit', (event) => { event.target.ourSubmitter = event.submitter; }, true);

  document.addEventListener('htmx:error', (event) => {
    const form = event.target instanceof Element && event.target.closest('form');
    if (!form) { return; }
    pending = form;
    show(say('offline'), true);
    clearTimeout(retry);
    if (form.querySelector('input[name="form-key"]')) { retry = setTimeout(sendAgain, RETRY_EVERY_MS); }
  });
  document.addEventListener('htmx:before:response', () => { if (pending) { pending = null; clearTimeout(retry); hide(); } });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('#banner button')) { sendAgain(); saveDrafts(); }
  });
  addEventListener('online', () => { sendAgain(); saveDrafts(); });
  addEventListener('beforeunload', (event) => { if (pending) { event.preventDefault(); } });

  // ---- drafts ----------------------------------------------------------------------------------------------------
  const content = (form) => {
    const fields = new FormData(form);
    for (const [name, value] of [...fields]) { if (value instanceof File) { fields.delete(name); } }
    return new URLSearchParams(fields);
  };
  const typed = (form) => {
    const fields = content(form);
    fields.delete('_csrf');
    fields.delete('form-key');
    return fields.toString();
  };
  const state = (form, words) => { const place = form.querySelector('.draft'); if (place) { place.textContent = words; } };

  const saveDraft = async (form) => {
    const now = typed(form);
    if (form.ourDraft === undefined) { form.ourDraft = now; return; }
    if (form.ourDraft === now || form.ourSaving) { return; }
    form.ourSaving = true;
    try {
      const answer = await fetch(form.dataset.draft, { method: 'POST', body: content(form), redirect: 'manual', cache: 'no-store' });
      if (answer.ok || answer.type === 'opaqueredirect') {
        if (answer.ok) {
          form.ourDraft = now;
          state(form, say('saved').replace('{time}', new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })));
          if (!pending) { hide(); }
        } else {
          show(say('ended'), false);
        }
      } else {
        show(say(answer.status === 401 || answer.status === 403 ? 'ended' : 'unsaved'), false);
      }
    } catch {
      show(say('offline'), true);
    } finally {
      form.ourSaving = false;
    }
  };
  const saveDrafts = () => document.querySelectorAll('form[data-draft]').forEach(saveDraft);
  setInterval(saveDrafts, DRAFT_EVERY_MS);

  // ---- after a part of the page was exchanged ----------------------------------------------------------------------
  // An address is kept only when the answer came from a page that can be opened again.
  document.addEventListener('htmx:before:history:update', (event) => {
    if (!event.detail.response?.raw?.redirected) { event.preventDefault(); }
  });
  const arrive = () => {
    const place = document.getElementById('errors') ?? document.getElementById('main');
    place?.focus({ preventScroll: true });
    (document.getElementById('errors') ?? document.documentElement).scrollIntoView({ block: 'start' });
    begin();
  };
  document.addEventListener('htmx:after:swap', (event) => { if (page()) { arrive(event); } });

  const begin = () => {
    document.querySelectorAll('form[data-draft]').forEach((form) => { form.ourDraft ??= typed(form); });
    const rooms = document.getElementById('nav');
    const current = rooms?.querySelector('a[aria-current]');
    if (current && rooms.scrollWidth > rooms.clientWidth) { rooms.scrollLeft = current.offsetLeft - rooms.clientWidth / 4; }
  };
  begin();
  document.getElementById('errors')?.focus();
})();
