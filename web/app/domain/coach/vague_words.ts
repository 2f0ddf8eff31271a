/** Words that tell nothing of what a call is about: the talk round a call, courtesies, times, and sizes. If a message holds no others, it has no
 *  reason. */
export const VAGUE_WORDS = new Set((
  // the small words
  "a an the and or but if so as at by for from in into of off on onto out over to up with within without about around after before until till since than then that this these those " +
  "there here it its it's that's there's here's what what's which who whom when whenever where why how not no nor never yes yeah ok okay i i'm i've i'd i'll me my mine myself we we're we've we'd " +
  "we'll us our ours you you're you've you'd you'll your yours yourself he she they them his her their is are was were be been being am do does did done doing don't didn't doesn't has " +
  "have had having haven't hasn't can can't cannot could couldn't will won't would wouldn't shall should shouldn't may might must need needn't let let's lets get gets getting got one once " +
  "two three five ten fifteen few couple some any all both each every more most much many lot lots little bit else other another such same very really quite just only also too even still " +
  "again yet already soon later now ever always maybe perhaps possibly probably actually basically simply honestly hopefully certainly definitely please kindly like sort kind well um uh er erm " +
  // courtesies
  "hi hello hey dear good morning afternoon evening day night week weekend month year rest days nice great lovely fine wonderful fantastic pleasant happy glad pleased sorry apologies excuse pardon thank thanks " +
  "thanking cheers ta bye goodbye care regards best wishes wish kind warm many appreciate appreciated grateful appreciative welcome forward pleasure enjoy luck safe take hope hopes hoping hoped " +
  "delighted brilliant super lovely perfect bother bothering disturb trouble worry worries problem matter matters favour favor " +
  // the talk round a call
  "call calls called calling callback ring rings rang ringing phone phones phoned phoning dial dialed dialled number numbers line lines voicemail voice message messages mail text texts email e-mail talk " +
  "talks talked talking speak speaks speaking spoke spoken chat chats chatting conversation word words contact contacted reach reaching reached connect connecting connected touch touching touched base check " +
  "checking checked follow following followed up catch catching caught quick quickly brief briefly short back return returned reply replies replying respond response answer answers hear hearing heard hear " +
  "tell telling told say saying said ask asking asked discuss discussing discussion discussed meet meeting meetings met introduce introducing introduction introduced hello know knowing knows see seeing " +
  "show find finding found out wonder wondering wondered wanted want wants wanting would-be try trying tried tries come go going went make making sure give giving gives given leave leaving left put " +
  "drop dropping shout bell buzz tinkle line pick picking dialing wait waiting look looking arrange arranging arranged set schedule scheduled book booking ready reason run running through past by " +
  "share sharing explain explaining mention get-together connect reconnect reconnecting sync align bring idea thought thoughts think thinking thing things something anything everything someone somebody " +
  "anyone stuff topic details detail information info update updates news opportunity opportunities proposal possibilities possibility offer interest interested interesting interests useful helpful valuable benefit worthwhile worth exciting " +
  "important importance urgent urgently urgency serious seriously matter priority asap possible possibly able available availability convenient convenience earliest opportunity chance free moment moments minute " +
  "minutes hour hours second seconds time times today tomorrow tonight yesterday monday tuesday wednesday thursday friday saturday sunday mornings afternoons evenings noon lunch lunchtime late later early sooner " +
  "soonest next last first first-time this whenever anytime recent recently lately while long ago quickly desk office around suits suit works best better easier easy hard difficult fill busy man woman person people guy name names " +
  "how're doing things going life keeping well getting been up-to feel feeling love loved loving keen eager curious personally person-to-person face lastly finally anyway way ways mind head hearing " +
  "hopefully shoot fire quick-fire coffee brain brains pick cup tea diary calendar slot space together each other's company companies business businesses team teams firm people customer customers client clients " +
  "help helping helped work working worked do service services product products solution solutions area local region territory manager rep representative sales new account accounts contact point " +
  "number's screen show shows showing displayed redial press hit record records file details got sounds sound good-day sir madam madame mr mrs ms miss dr ahead move moving forward start started begin part gone away missed miss " +
  "second hold seeing catch-up open whether several third fourth fifth previous last again-and-again attempt attempts tried afraid honest honestly spare hectic busy loop radar inbox patient patience thinking promptly instead rather unfortunately true matter-of-fact sooner-or-later keep kept keeping bear bearing nothing none guess happen happens happening turn passing along through become option options plan plans conversation conversations introduce known self yours colleague colleagues behalf courtesy quick-chat seeing phone-call phonecall voice-mail hang glad rush pressure obligation strings pleasant likewise between hand hands side regarding concerning personal private confidential general business-related couple's worth promise it'll beginning recall return-call returned speed dropped later-on whichever "+
  "seconds' minutes' quickest shortly straight right away machine answering machine's promise sure certain believe guess suppose pretty rather bye-bye cheerio toodle-pip obliged"
).split(' '))
