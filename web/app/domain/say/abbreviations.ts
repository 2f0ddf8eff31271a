/** Short forms and what people say for them. A key that begins with a point counts only when it is written with one: "Gen." is a general,
 *  "Gen" may be Genevieve. */

const forms = (lines: string): ReadonlyMap<string, string> => new Map(lines.split(/[|\n]/).map((form) => {
  const [key, ...said] = form.trim().split(' ')
  return [key!, said.join(' ')]
}))

/** What stands before a name or a number: the point never ends a sentence. */
export const TITLES = forms(`mr mister|mrs missiz|ms miz|dr doctor|prof professor|.rev reverend|capt captain|sgt sergeant|.gen general|.gov governor|.sen senator|mt mount
vs versus|approx approximately|tel telephone|ext extension|.ref reference|incl including|avg average|.ft fort`)

/** The point after these may end the sentence as well. */
export const SHORT_FORMS = forms(`inc ink|ltd limited|co company|corp corporation|bros brothers|.assoc associates|dept department|.div division|mfg manufacturing|intl international
mgmt management|mgr manager|govt government|ave avenue|rd road|blvd boulevard|.ln lane|hwy highway|.ste suite|.apt apartment|bldg building|.sq square|pkwy parkway|.ct court
jr junior|sr senior|etc et cetera|.est established|appt appointment|qty quantity|acct account|.min minimum|.max maximum
pls please`)

/** Said otherwise than their letters promise. Keys as they are written. */
export const ODD_WORDS = forms(`HVAC aytch vack|SaaS sass|VoIP voyp|SKU skew|SKUs skews|ASAP ay ess ay pee|asap ay ess ay pee|EBITDA ee bit dah|IoT eye oh tee|PhD pee aytch dee
WiFi why fie|wifi why fie|OK oh kay|ok oh kay|LinkedIn linked in|PAYE pay ee|ISO eye so|w/ with|w/o without|b/c because|c/o care of|w/c week commencing|a/c ay see|faq eff ay cue`)

/** After a number. "m" is a metre after a number, and millions after money. */
export const UNITS = forms(`mm millimeters|cm centimeters|m meters|km kilometers|kg kilos|g grams|mg milligrams|lb pounds|lbs pounds|oz ounces|ft feet|yd yards|mi miles
mph miles an hour|km/h kilometers an hour|mbps megabits|gbps gigabits|gb gigabytes|mb megabytes|tb terabytes|kw kilowatts|kwh kilowatt hours|hp horsepower|hr hours|hrs hours
h hours|min minutes|mins minutes|sec seconds|secs seconds|s seconds|wk weeks|wks weeks|yr years|yrs years|mo months|mos months|gal gallons|l liters|ml milliliters
psi pee ess eye|v volts|w watts|a amps|t tons|x times|sqft square feet|pct percent|k kay|b billion|bn billion|p pee`)
