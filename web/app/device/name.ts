/** What the office calls this device in its list: "iPhone", "Android phone, Chrome". */

export function deviceName(agent = navigator.userAgent): string {
  const browser = ['Edg', 'Firefox', 'Chrome', 'Safari'].find((name) => agent.includes(`${name}/`)) ?? 'browser'
  const on = ['iPhone', 'iPad', 'Android', 'Windows', 'Macintosh', 'Linux'].find((name) => agent.includes(name)) ?? 'phone'
  return `${on === 'Macintosh' ? 'Mac' : on}, ${browser === 'Edg' ? 'Edge' : browser}`
}
