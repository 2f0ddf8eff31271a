/** One set of icons, drawn on a 24 grid with one stroke. They never carry meaning alone: a word or a label stands beside them. */
import { html, type TemplateResult } from 'lit'

const PATHS = {
  today: 'M5 5.5h14v14H5zM5 10h14M9 3.5v4M15 3.5v4M9 14.8l2.1 2.1 4-4.2',
  people: 'M9 11.2a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 6.8ZM2.8 19.6c.3-3.4 2.8-5.4 6.2-5.4s5.9 2 6.2 5.4M15.4 4.7a3.3 3.3 0 0 1 0 6.2M18 14.9c1.9.9 3 2.5 3.2 4.7',
  words: 'M4 5h16v11.5h-9L6.5 20.3V16.5H4zM8 9h8M8 12.5h5',
  chart: 'M4 20h16M6.5 20v-6M12 20V6M17.5 20v-9.5',
  sliders: 'M4 7h9M17.5 7H20M4 17h2.5M11 17h9M15.2 9.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM8.8 19.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
  phone: 'M6.2 4h3.1l1.5 4.2-2.1 1.5a11.4 11.4 0 0 0 5.6 5.6l1.5-2.1 4.2 1.5v3.1c0 1.2-.9 2.2-2.1 2.2C10.4 20 4 13.6 4 6.1 4 4.9 5 4 6.2 4Z',
  callback: 'M5.8 6.5h2.7l1.3 3.7-1.8 1.3a10 10 0 0 0 4.9 4.9l1.3-1.8 3.7 1.3v2.7c0 1-.8 1.9-1.8 1.9C9.5 20.5 3.9 15 3.9 8.3c0-1 .9-1.8 1.9-1.8ZM20.5 3.5 14 10M14 5v5h5',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  forward: 'M9.5 5.5 16 12l-6.5 6.5',
  down: 'M5.5 9.5 12 16l6.5-6.5',
  up: 'M5.5 14.5 12 8l6.5 6.5',
  search: 'M10.8 17.1a6.3 6.3 0 1 0 0-12.6 6.3 6.3 0 0 0 0 12.6ZM15.4 15.4l4.6 4.6',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  check: 'm5 12.8 4.5 4.5L19.2 7.2',
  close: 'm6 6 12 12M18 6 6 18',
  warning: 'M12 4.2 21 19.5H3zM12 10v4.5M12 17v.1',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.5M12 7.7v.1',
  blocked: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM6 6l12 12',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7v5.2l3.3 2',
  list: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5v.1M4.5 12v.1M4.5 17.5v.1',
  listOff: 'M9 6.5h11M9 12h4M9 17.5h4M4.5 6.5v.1M4.5 12v.1M4.5 17.5v.1M16 13.5l4.5 4.5M20.5 13.5 16 18',
  edit: 'M4.5 19.5l1-4.3L16 4.7l3.3 3.3L8.8 18.5zM13.6 7.1l3.3 3.3',
  trash: 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.2 11v5M13.8 11v5',
  file: 'M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5',
  importing: 'M12 3.5v11M7.5 10.2 12 14.7l4.5-4.5M4.5 16v4h15v-4',
  exporting: 'M12 15V4M7.5 8.3 12 3.8l4.5 4.5M4.5 16v4h15v-4',
  sync: 'M19.5 9.5A8 8 0 0 0 5.2 7.7L4 9.5M4 4.8v4.7h4.7M4.5 14.5a8 8 0 0 0 14.3 1.8l1.2-1.8M20 19.2v-4.7h-4.7',
  offline: 'M4 4l16 16M8.6 8.2A5.5 5.5 0 0 0 6.3 11 4.1 4.1 0 0 0 7 19.1h9.7M11.6 7a5.5 5.5 0 0 1 6.1 4.6 3.8 3.8 0 0 1 2.7 5.7',
  kept: 'M7 3.5h10v17H7zM10.5 17.5h3M9.7 9.7l1.8 1.8 3-3.3',
  share: 'M12 15V3.8M8.3 7.3 12 3.6l3.7 3.7M8 10.5H5.5v10h13v-10H16',
  dots: 'M12 5.5v.1M12 12v.1M12 18.5v.1',
  screen: 'M3.5 5h17v11.5h-17zM9 20h6M12 16.5V20',
  addBox: 'M4.5 4.5h15v15h-15zM12 8.5v7M8.5 12h7',
  play: 'M7.5 4.8v14.4L19 12z',
  pause: 'M8.5 5v14M15.5 5v14',
  stop: 'M6.5 6.5h11v11h-11z',
  copy: 'M8.5 8.5h11v11h-11zM15.5 5v-.5h-11v11H5',
  calendar: 'M4.5 5.5h15v14h-15zM4.5 10h15M9 3.5v4M15 3.5v4',
  mail: 'M3.5 6h17v12.5h-17zM4 6.5l8 6.5 8-6.5',
  person: 'M12 11.5a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6ZM4.8 20c.4-4 3.2-6.2 7.2-6.2s6.8 2.2 7.2 6.2',
  note: 'M5 4h14v16H5zM8.5 8.5h7M8.5 12h7M8.5 15.5h4',
  undo: 'M8.5 5 4.5 9l4 4M4.5 9H14a5.2 5.2 0 0 1 0 10.5h-4',
  office: 'M4 20.5V9.5l8-5.5 8 5.5v11zM9.5 20.5v-6h5v6',
  message: 'M7.2 15.8a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4ZM16.8 15.8a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4ZM7.2 15.8h9.6',
  beep: 'M4.5 10.5v3M8.2 7.5v9M12 4.5v15M15.8 8.5v7M19.5 10.5v3',
  textSize: 'M3 18.5 7.5 7h.5l4.5 11.5M4.6 14.5h6.3M14.5 18.5l2.8-7h.4l2.8 7M15.5 16.2h4',
  star: 'm12 4 2.5 5.2 5.6.8-4.1 4 1 5.7-5-2.7-5 2.7 1-5.7-4.1-4 5.6-.8z',
  mic: 'M12 14.5a3 3 0 0 0 3-3v-5a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3ZM5.8 11.5a6.2 6.2 0 0 0 12.4 0M12 17.7V21',
} as const

export type IconName = keyof typeof PATHS

/** Decoration: a word or a label stands beside it. */
export function icon(name: IconName, size: '' | 'small' = ''): TemplateResult {
  return html`<svg class="icon ${size}" viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name]} /></svg>`
}
