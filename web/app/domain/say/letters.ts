/** Letters as they are said: acronyms, initials, names that are spelled out. */

const NAMES = 'ay,bee,see,dee,ee,eff,jee,aytch,eye,jay,kay,ell,em,en,oh,pee,cue,ar,ess,tee,you,vee,double you,ex,why,zee'.split(',')

/** "AWS" is "ay double you ess". What is no letter of the alphabet is left out. */
export function letterByLetter(text: string, uk: boolean): string {
  return [...plain(text).replace(/[^a-z]/g, '')].map((letter) => (uk && letter === 'z' ? 'zed' : NAMES[letter.charCodeAt(0) - 97]!)).join(' ')
}

/** A name for writing down: letters in threes with a breath between them; four stay together and none is left alone. */
export function spelledOut(text: string, uk: boolean): string {
  const letters = [...plain(text).replace(/[^a-z]/g, '')]
  const groups: string[] = []
  while (letters.length > 4) groups.push(letters.splice(0, 3).join(''))
  groups.push(letters.join(''))
  return groups.map((group) => letterByLetter(group, uk)).join(', ')
}

/** Short words that people write in capitals to stress them. Longer ones show by their shape that they can be said. */
const WORDS = new Set(`NO SO GO MY WE ME BE DO IF OR TO ON IN OF AT BY UP AN AS IS HE
ADD ALL AND ANY ARE ASK BAD BIG BIT BOX BUT BUY CAN CAR CUT DAY DID DUE END FAR FAX FEW FIX FOR FUN GAS GET GOT HAD HAS HEY HER HIM HIS HIT HOT HOW ITS JOB
KEY LAB LET LOT LOW MAX MAY MEN MIN NET NEW NOT NOW ODD OFF OIL OLD ONE OUR OUT OWN PAY PEN PER PIN PUT RAM RED RUN SAY SEE SET SHE SIM SIX SIT SUN
TAX TEN THE TOO TOP TRY TWO USE VAN VAT VIN WAS WAY WHO WHY WIN WON WOW YES YET YOU ZIP`.split(/\s+/))
/** Four or more that could be said as a word, and are not. */
const LETTERS = new Set('ASAP USDA USPS AARP'.split(' '))
/** Begins as an English word may, and piles up no three consonants but as English does at the end. */
const SAYABLE = /^(?=(?:[BCFGP][LR]|[CSTPWG]H|[DTW]R|S[CKLMNPQTW]|KN|TW|THR|S[CPT]R|[^AEIOUY])?[AEIOUY])(?!.*[^AEIOUY]{2}[^AEIOUYHLRST])/

/** Whether a word in capitals is said letter by letter: "MRI" is, "STOP" and "OSHA" are not. */
export function isSpelled(capitals: string): boolean {
  if (capitals.length < 4) return !WORDS.has(capitals)
  if (capitals.length > 5) return !/[AEIOUY]/.test(capitals)
  return LETTERS.has(capitals) || !SAYABLE.test(capitals)
}

/** Small letters without accents. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
