/** How many sounds a word has, told from its letters. The few words that are spelled far from their sound are respelled first. */

/** `long` of them are long vowels or diphthongs, `hissed` are consonants that take their time, as s, f, th and sh do. */
export interface Sounds { count: number; long: number; hissed: number }

const RESPELLED = new Map(`oh o|zero zeero|one wun|two too|you yu|your yor|hundred hundrid|half haf|people peepul|business biznis|once wuns|are ar|were wer|have hav|give giv
some sum|come cum|done dun|wednesday wenzday|talk tok|walk wok|would wud|could cud|should shud|minute minit|minutes minits|something sumthing|every evry|usual yuzhual|use yuze`
  .split(/[|\n]/).map((pair) => pair.split(' ') as [string, string]))

/** Spellings of one sound or more, the longest first. Groups: a silent e; three sounds; two; a long vowel; a hissed consonant. All else is one. */
const SOUND = new RegExp([
  '((?<=[aeiouy][a-z]*(?<![^aeiouyr]l))(?:e(?=$|ly$|ment|ful|less)|(?<![cgsxz]|[cs]h)e(?=s$)|(?<![td])e(?=d$)))', // timE, opEned, not pricEs, tablE, wantEd
  '([tsc]ion)',
  '(i[aou]|eo|[uy][ao](?!y)|x|qu)',
  '([ae]?igh|[ao]ugh|eau|ye(?=s?$)|[aeo]y|a[iuw]|e[aeiuw]|ie|o[aeiuow]|u[ei]|[eiu]r(?![aeiouy])|a(?=r(?![aeiouy]))|(?<=w)or(?![aeiouy])|o(?=r)'
  + '|[aeiou](?=(?:[^aeiouywx]|th)e(?:[sd]?$|ly$|ment|ful|less))|(?<![^aeiouyr]l)e$|[yoi]$)',
  '(tch|sch|[cpst]h|c(?=[eiy])|([sfz])\\6|[sfvzj])',
  '[aeiouy]|^[kg]n|^wr|dg|[rw]h|ck|mb(?=s?$)|ng(?=s?$)|gh|([bcdgklmnprt])\\7|[a-z]',
].join('|'), 'g')

export function soundsOf(word: string): Sounds {
  const letters = word.normalize('NFD').toLowerCase().replace(/[^a-z]/g, '')
  const sounds = { count: 0, long: 0, hissed: 0 }
  for (const [sound, silent, three, two, long, hissed] of (RESPELLED.get(letters) ?? letters).matchAll(SOUND)) {
    sounds.count += silent ? 0 : three ? 3 : two ? 2 : 1
    if (long) sounds.long++
    if (hissed || three || sound === 'x') sounds.hissed++
  }
  return sounds
}
