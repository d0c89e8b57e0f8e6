// Every page of the site: its name, and how its address is found on whatever record is served. `status` where it is not
// 200, `data` that of its JSON where nothing was asked; `table` where the page has a CSV.
async function first(session, hub, pattern) {
  const links = await session.links(hub, pattern);
  if (links.length === 0) throw new Error(`no link like ${pattern} on ${hub}`);
  return links[0];
}

const kStatement = /^\/statement\/[^?#]+$/;
const kSpan = /^\/[^/?#]+:\d+-\d+(\?|$)/;

export const pages = [
  {name: 'pile', at: () => '/', table: true},
  {name: 'timeline', at: () => '/timeline', table: true},
  {name: 'timeline_narrowed', at: () => '/timeline?kind=direct&language=en', table: true},
  {name: 'source', at: session => session.source ?? first(session, '/', /^\/source\/[^?#]+$/)},
  {name: 'statement', at: session => session.statement ?? first(session, '/timeline', kStatement)},
  {name: 'span', at: async session => {
    const statement = await (session.statement ?? first(session, '/timeline', kStatement));
    return await first(session, statement, kSpan);
  }},
  {name: 'persons', at: () => '/person', table: true},
  {name: 'person', at: session => first(session, '/person', /^\/person\/[^?#]+$/)},
  {name: 'verify', at: () => '/verify', data: 400},
  {name: 'verify_answered', at: session => '/verify?q=' + encodeURIComponent(session.quotation)},
  {name: 'draft', at: () => '/draft', data: 400},
  {name: 'inbox', at: () => '/inbox', table: true},
  {name: 'discrepancy', at: session => first(session, '/inbox', /^\/inbox\/d-[^?#]+$/)},
  {name: 'decisions', at: () => '/decisions', table: true},
  {name: 'search', at: () => '/search', data: 400},
  {name: 'search_answered', at: session => '/search?q=' + encodeURIComponent(session.words), table: true},
  {name: 'method', at: () => '/method'},
  {name: 'nowhere', at: () => '/source/no-such-document', status: 404},
];

// The address of a page on this record, found once.
export async function address_of(session, page) {
  if (!session.found.has(page.name)) session.found.set(page.name, await page.at(session));
  return session.found.get(page.name);
}
