/** Which page stands at which address. Today is in the first bundle; the others come when they are asked for. */
export type Tab = 'today' | 'prospects' | 'templates' | 'results' | 'settings'
export interface Route { path: string; tag: string; title: string; tab: Tab; load?: () => Promise<unknown>; alone?: boolean }

export const routes: Route[] = [
  { path: '/', tag: 'rb-today', title: 'Today', tab: 'today' },
  { path: '/prospects', tag: 'rb-prospects', title: 'Prospects', tab: 'prospects', load: () => import('./prospects.ts') },
  { path: '/prospects/new', tag: 'rb-prospect-form', title: 'New prospect', tab: 'prospects', load: () => import('./prospect_form.ts') },
  { path: '/prospects/import', tag: 'rb-import', title: 'Import prospects', tab: 'prospects', load: () => import('./import.ts') },
  { path: '/prospect/:', tag: 'rb-prospect', title: 'Prospect', tab: 'prospects', load: () => import('./prospect.ts') },
  { path: '/prospect/:/edit', tag: 'rb-prospect-form', title: 'Edit prospect', tab: 'prospects', load: () => import('./prospect_form.ts') },
  { path: '/brief/:', tag: 'rb-brief', title: 'Callback', tab: 'today', load: () => import('./brief.ts') },
  { path: '/prepare/:', tag: 'rb-prepare', title: 'Prepare', tab: 'prospects', load: () => import('./prepare.ts') },
  { path: '/read/:', tag: 'rb-read', title: 'Read', tab: 'prospects', load: () => import('./read.ts'), alone: true },
  { path: '/log/:', tag: 'rb-log', title: 'Log the call', tab: 'today', load: () => import('./log.ts') },
  { path: '/templates', tag: 'rb-templates', title: 'Templates', tab: 'templates', load: () => import('./templates.ts') },
  { path: '/template/:', tag: 'rb-template', title: 'Template', tab: 'templates', load: () => import('./template.ts') },
  { path: '/template/:/edit', tag: 'rb-template', title: 'Edit template', tab: 'templates', load: () => import('./template.ts') },
  { path: '/results', tag: 'rb-results', title: 'Results', tab: 'results', load: () => import('./results.ts') },
  { path: '/history', tag: 'rb-history', title: 'My calls', tab: 'results', load: () => import('./history.ts') },
  { path: '/settings', tag: 'rb-settings', title: 'Settings', tab: 'settings', load: () => import('./settings.ts') },
  { path: '/join', tag: 'rb-join', title: 'Join an office', tab: 'settings', load: () => import('./join.ts') },
  { path: '/join/:', tag: 'rb-join', title: 'Join an office', tab: 'settings', load: () => import('./join.ts') },
  { path: '/install', tag: 'rb-install', title: 'Install Ringback', tab: 'settings', load: () => import('./install.ts') },
]

export interface Place { route: Route; params: string[]; query: URLSearchParams }

/** `params` are the parts after the first word: `#/prospect/ID/edit` gives `["ID", "edit"]`. An unknown address is Today. */
export function place(hash: string): Place {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?')
  const parts = path.split('/').filter(Boolean).map(plain)
  const route = routes.find((each) => fits(each.path, parts)) ?? routes[0]!
  return { route, params: parts.slice(1), query: new URLSearchParams(search) }
}

function fits(path: string, parts: string[]): boolean {
  const wanted = path.split('/').filter(Boolean)
  return wanted.length === parts.length && wanted.every((part, at) => part === ':' || part === parts[at])
}

function plain(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
