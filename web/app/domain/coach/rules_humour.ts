/** Jokes about what people hold dear, or suffer from. The word alone is no joke: it takes laughter, a comparison or a figure of speech. */
import { either } from './either.ts'
import { cutSentence } from './fixes.ts'
import { findSentence, type Rule } from './rule.ts'

const TOUCHY = new Set((
  // faith
  'god gods jesus christ pope priest priests vicar vicars nun nuns rabbi rabbis imam mosque church churches cathedral bible moses noah methuselah lazarus heaven hell devil satan saint saints pray prayer ' +
  'prayers praying sin sins sinner sinners confession confessional resurrected resurrection buddha allah muslim jew jews jewish catholic mormon protestant baptist methodist atheist sermon preacher afterlife ' +
  'reincarnated reincarnation crucified halal kosher monk monks monastery convent virgin baptism ' +
  // death
  'dead death die died dying dies funeral funerals grave graves graveyard coffin corpse corpses hearse undertaker cemetery buried burial cremated crematorium widow widower suicide morgue mortuary ' +
  'tombstone tomb skeleton zombie mummy gallows wake ' +
  // illness
  'cancer stroke dementia alzheimer\'s senile diabetes epileptic epilepsy covid plague leper arthritis arthritic chemo tumor tumour dialysis pacemaker asylum insane lunatic lunatics loony madhouse mental ' +
  'schizophrenic bipolar depressed depression psychiatrist psycho therapist straitjacket drunk drunks drunken alcoholic hangover rehab hospice coma hemorrhoids haemorrhoids hepatitis parkinson\'s autistic asthma ' +
  'asthmatic bladder incontinent constipated constipation diarrhea diarrhoea coronary ' +
  // disability
  'blind deaf cripple crippled wheelchair lame limp limping amputee hunchback dwarf midget mute stutter stutters stammer crutches one-legged three-legged one-armed one-eyed cross-eyed ' +
  // politics
  'government president minister senate senator senators congress congressman parliament mp mps politician politicians politics election elections elected vote voted voter republican republicans democrat ' +
  'democrats tory tories brexit trump biden obama clinton left-wing right-wing leftist communist communists communism socialist socialists fascist nazi nazis hitler stalin lenin mayor governor political ' +
  'chancellor kremlin putin westminster taliban terrorist terrorists ' +
  // sex
  'sex sexy sexual naked nude stripper strippers striptease honeymoon mistress viagra condom condoms underwear lingerie knickers bra topless brothel hooker hookers prostitute porn playboy breasts boobs busty ' +
  'cleavage gay lesbian transvestite nudist nudists ' +
  // origin
  'irish irishman irishmen scot scots scotsman scottish englishman englishmen welsh welshman polack germans german french frenchman italian italians mexican mexicans american americans chinese chinaman gypsy ' +
  'gypsies immigrant immigrants foreigner foreigners redneck rednecks hillbilly yankee greek greeks spaniard africans african asian arab arabs russian russians japanese pakistani swede dutchman eskimo blonde ' +
  'blondes cannibal cannibals ' +
  // body
  'fat fatty obese bald skinny ugly belly paunch wrinkles mother-in-law dentures wig toupee botox facelift waistline cellulite buttocks bum flab flabby spinster'
).split(' '))
/** Of more than one word, or ordinary but for the word beside them. */
const PHRASES = /\b(?:adam and eve|judge?ment day|the lord|heart (?:attacks?|failure|transplant)|last rites|nursing home|old folks' home|care home|intensive care|life support|hip replacement|guide dog|white stick|wooden leg|peg leg|hearing aids?|prime minister|lib dems?|labour party|white house|downing street|campaign promises?|drag queen|wedding night|polish (?:surnames?|names?|jokes?|plumbers?|wedding|builders?|spelling)|beer (?:belly|gut)|double chin|false teeth|my (?:ex-)?(?:wife|husband)(?:'s)?|ex-(?:wife|husband)|face-lift|old maid)\b/g

/** Z stands for each word that can hurt. */
function marked(said: string): string {
  return said.replace(PHRASES, 'Z').replace(/[a-z][a-z'-]*/g, (word) => (TOUCHY.has(word) || TOUCHY.has(word.replace(/'s$|-.*$/, '')) ? 'Z' : word))
}

const LAUGHS = either(
  /\b(?:ha(?:,? ?ha)+|haha\w*|ho ho|hee hee|he he|lol|kidding|i kid|joking|jokes?|pun intended|no pun|no offen[cs]e|the pun|walk(?:s|ed)? into a (?:bar|pub)|boom boom|ba-?dum|punch ?line|wink wink|nudge|laughing|so to speak|if you get my meaning)\b/,
  /\bas the (?:\w+ ){1,3}said to\b|\bdon't tell (?:my|your|the|him|her)\b|\bpardon the\b|\bget it\?/,
)
const THING = '(?:pump|boiler|ladder|door|gate|roof|sign|clock|oven|fridge|freezer|lift|elevator|printer|copier|truck|van|bell|fence|wall|tree|hinge|lock|lamp|light|fountain|machine|one|conveyor|scale|chair|sofa|carpet|chimney|shutter|floor|bench|awning|mower|tractor|engine|heater|drain|pipe|valve|statue|camera|tap|sink|it)s?'
/** Jokes by what is done with a word that hurts. */
const FIGURES = either(
  /\b(?:\w+er|more|less|fewer|worse|rather) (?:[\w',]+ ){0,6}?than (?:[\w,'-]+ ){0,7}?Z\b/,
  /\bas \w+ as (?:[\w,'-]+ ){0,7}?Z\b|\b(?:not )?even (?:a |an |the |my |your )?(?:\w+ )?Z\b|\bso (?:\w+ ){1,3}?(?:that )?(?:it|you|they|he|she|even|a|an|the|i)\b[^.?!]*\bZ\b/,
  /\b(?:like|as if|as though|reminds? me of|worthy of|fit for|enough (?:for|to)|would make|makes?) (?:a|an|the|my|your|its?|it's|he|she|some|somebody|someone|two|they|you)(?: [\w-]+){0,4}? (?:[\w-]+ )?Z\b(?! (?:\w+ )?(?:has|have|is|are|was|were|will|had|wants|needs|next|behind|across)\b)/,
  /\b(?:only|not) (?:a |an |the |my )?(?:\w+ )?Z\b[^.?!]*\b(?:could|can|would|knows?)\b|\bif (?:that|your|the|it)\b[^.?!]*\b(?:were|was|got|gets|moved|leaned|had) (?:any|one|an?|more)\b[^.?!]*\bZ\b/,
  /\blike Z\b|\bleans? (?:so |too )?(?:far |further |farther |more )*(?:to the )?(?:left|right)\b[^.?!]*\b(?:party|vote|elect\w*|polit\w*|congress|march)\b|\b(?:believe[sd]?|faith|trust) in (?:the |a )?Z\b/,
  /\b(?:was|were|is|are) (?:either )?(?:Z or an? \w+|\w+ or an? Z)\b|\b(?:held|holding|hold|gave|needs?|arrange[ds]?) (?:it )?(?:an?|one|the|its) Z\b|\bmust (?:be|have been) (?:\w+ ){0,3}Z\b/,
  /\b(?:fitted|hung|built|painted|installed|designed|drawn|made|measured|put up|laid|parked|written) by (?:a|an|some|two|my) (?:\w+ )?Z\b/,
  new RegExp(`\\b${THING} (?:\\w+ )?(?:has|had|is having|suffers? from|suffered|needs?|caught|is on|is in|has gone|went|got|seems to have|must have|may have) (?:\\w+ )?(?:an? |its |the |had a )*(?:severe |bad |mild |little )?Z\\b(?! (?:end|bolt|side|ramp|corner|spot|roof|door|gate|wall|hall))`),
)
/** Jokes by their own words. */
const IDIOMS = either(
  /\b(?:run for (?:office|congress|parliament|mayor|president)|rest in peace|r\.i\.p|last rites|(?:back|rose|rise|risen) from the dead|(?:raise|wake) the dead|me?e?t its maker|gone to (?:heaven|a better place)|six feet under|kick(?:ed)? the bucket|pushing up daisies|one foot in the grave|(?:turn|spin|roll)(?:ing|s)? (?:over )?in (?:his|her|its|their) grave|holier than|nail in (?:the|its|your) coffin|at death's door|grim reaper|pearly gates|off its meds|deathbed)\b/,
  /\b(?:needs a (?:priest|hearse|funeral|undertaker|pacemaker|psychiatrist|shrink|walking stick|zimmer|exorcis\w+|diet|face ?lift|hearing aid)|lost the will to live|(?:found|got) (?:religion|god)|see(?:n)? the light|hail mary|let us pray|say a prayer|pray for (?:it|your|that|the)|midlife crisis|menopause|tourette's|ocd|weak bladder)\b/,
  /\b(?:as \w+ as|dribbles?|leaks?|drools?|wheez\w+|limps?|sags?|shakes|forgets?|rattles)\b[^.?!]{0,20}?(?: like| as| than)? my (?:late |old |poor |dear |great-)?(?:grand\w+|granny|gran|nan|mother-in-law|father-in-law|wife|husband|ex)\b/,
)
/** Said in earnest, whatever stands beside it. */
const EARNEST = /\b(?:sorry for your loss|condolences|sympath\w+|memorial|nobody (?:is|was) hurt|first aid|cemetery (?:gate|wall|road)|funeral (?:home|parlou?r|director)|parish council|church (?:hall|roof|tower|bell|street|road)|wheelchair (?:ramp|users?|access|lift)|blind (?:corner|spot|bend)|deaf (?:school|club)|dead ?bolt|dead end)\b/

export const humourSensitive: Rule = {
  key: 'humour_sensitive', severity: 'error', everywhere: true,
  judge(script) {
    const range = findSentence(script, ({ said }, at) => {
      if (EARNEST.test(said)) return false
      if (IDIOMS.test(said)) return true
      const words = marked(said)
      if (!words.includes('Z')) return false
      const next = script.sentences[at + 1]?.said ?? ''
      return LAUGHS.test(said) || (LAUGHS.test(next) && next.split(' ').length <= 6) || FIGURES.test(words)
    })
    return range && { range, why: 'A joke about this can hurt. Leave it out.', fix: cutSentence('Leave the joke out', script, range) }
  },
}
