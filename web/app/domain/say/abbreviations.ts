/** Short forms and what people say for them. A key that begins with a point counts only when it is written with one: "Gen." is a general,
 *  "Gen" may be Genevieve. */

const forms = (lines: string): ReadonlyMap<string, string> => new Map(lines.split(/[|\n]/).map((form) => {
  const [key, ...said] = form.trim().split(' ')
  return [key!, said.join(' ')]
}))

/** What stands before a name or a number: the point never ends a sentence. */
export const TITLES = forms(`mr mister|mrs missiz|ms miz|mx mix|dr doctor|prof professor|.rev reverend|capt captain|sgt sergeant|.gen general|.gov governor|.sen senator
.hon honorable|mt mount|messrs messers|attn attention|vs versus|.v versus|approx approximately|tel telephone|ext extension|extn extension|.ref reference|incl including
excl excluding|avg average|asst assistant|.fig figure|.vol volume|.pp pages|.ft fort`)

/** The point after these may end the sentence as well. */
export const SHORT_FORMS = forms(`inc ink|ltd limited|co company|corp corporation|bros brothers|.assoc associates|dept department|.div division|mfg manufacturing
intl international|mgmt management|mgr manager|govt government|ave avenue|rd road|blvd boulevard|.ln lane|hwy highway|.ste suite|.apt apartment|bldg building|.sq square
pkwy parkway|.ct court|.pl place|jr junior|sr senior|esq esquire|etc et cetera|.est established|appt appointment|qty quantity|acct account|min minimum|mins minutes|hrs hours
.hr hour|.hrs hours|secs seconds|.sec seconds|wks weeks|.wk week|yrs years|.yr year|pls please|plz please|thx thanks|.lb pound|lbs pounds|.oz ounces|mph miles an hour
.dir director|.exec executive|msg message|.max maximum|.temp temperature|.tel telephone|.ext extension|.approx approximately|.inc ink`)

/** Said otherwise than their letters promise. Keys as they are written. */
export const ODD_WORDS = forms(`HVAC aytch vack|SaaS sass|VoIP voyp|PaaS pass|SKU skew|SKUs skews|ASAP ay ess ay pee|EBITDA ee bit dah|IoT eye oh tee|PhD pee aytch dee
MSc em ess see|BSc bee ess see|WiFi why fie|wifi why fie|OK oh kay|ok oh kay|LinkedIn linked in|HIPAA hippa|PAYE pay ee|ISO eye so|SQL sequel
JPEG jay peg|iOS eye oh ess|w/ with|w/o without|b/c because|c/o care of|n/a not applicable|a/c account|fyi eff why eye|asap ay ess ay pee|btw by the way|diy dee eye why|plc pee ell see|llc ell ell see|tv tee vee|pdf pee dee eff|faq eff ay cue|usa you ess ay`)

/** After a number. [one, many] where they differ. "m" is a metre after a number, and millions after money. */
export const UNITS = forms(`mm millimeters|cm centimeters|m meters|km kilometers|kg kilos|g grams|mg milligrams|lb pounds|lbs pounds|oz ounces|ft feet|yd yards|mi miles
mph miles an hour|kph kilometers an hour|km/h kilometers an hour|mbps megabits|gbps gigabits|gb gigabytes|mb megabytes|tb terabytes|kb kilobytes|kw kilowatts|kwh kilowatt hours
mwh megawatt hours|mw megawatts|hp horsepower|hr hours|hrs hours|h hours|min minutes|mins minutes|sec seconds|secs seconds|s seconds|wk weeks|wks weeks|yr years|yrs years|mo months
mos months|gal gallons|l liters|ml milliliters|psi pee ess eye|rpm ar pee em|hz hertz|khz kilohertz|mhz megahertz|ghz gigahertz|v volts|w watts|a amps|t tesla|x times
sqft square feet|sq square|cc see see|db decibels|ph phase|pt point|pc percent|pct percent|k kay|b billion|bn billion|p pee|c cents|am ay em|pm pee em`)

export const EACH = forms(`lb pound|kg kilo|oz ounce|mo month|month month|hr hour|hour hour|yr year|year year|wk week|week week|day day|ft foot|sqft square foot|unit unit
user user|person person|head head|seat seat|gal gallon|ton ton|min minute|mi mile|m meter|pc piece|case case|night night|kwh kilowatt hour|ea each|pa year|l liter|pallet pallet`)
