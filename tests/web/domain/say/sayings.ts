/** What is written, and what people say for it. */
export type Table = Record<string, string>

export const AMERICAN: Record<string, Table> = {
  numbers: {
    '1,846 trips': 'one thousand eight hundred forty six trips',
    '1,250,000': 'one million two hundred fifty thousand',
    '6.5 years': 'six point five years',
    '3.2.1': 'three point two point one',
    '.5 miles': 'zero point five miles',
    '100+ customers': 'one hundred plus customers',
    '#1 and No. 4': 'number one and number four',
    'room 204, suite 1200': 'room two oh four, suite twelve hundred',
    'order 40718': 'order four oh seven one eight',
    'PIN 0042': 'pin oh oh four two',
    '2-for-1, 1-on-1': 'two for one, one on one',
    '10,000-foot view': 'ten thousand foot view',
  },
  ordinals: {
    'the 1st, 2nd, 3rd, 12th, 20th, 21st': 'the first, second, third, twelfth, twentieth, twenty first',
    '1st Ave. and 42nd St.': 'first avenue and forty second street.',
  },
  years: {
    'in 1983, 2005, 2026, 1900 and 2000': 'in nineteen eighty three, two thousand five, twenty twenty six, nineteen hundred and two thousand',
    'the 1990s, the 80s': 'the nineteen nineties, the eighties',
    "in '98": 'in ninety eight',
  },
  money: {
    '$6': 'six dollars', '$1': 'one dollar', '$0.99': 'ninety nine cents',
    '$7.10': 'seven ten', '$3.09': 'three oh nine', '$649.99': 'six hundred forty nine ninety nine',
    '$2,300': 'twenty three hundred dollars', '$1,140': 'eleven hundred forty dollars', '$3,450': 'three thousand four hundred fifty dollars',
    '$48,000': 'forty eight thousand dollars', '$100.00': 'one hundred dollars',
    '$1.2K': 'one point two kay', '$1.5 million': 'one point five million dollars', '$3M': 'three million dollars',
    '$5-10k': 'five to ten kay', '$500-$600': 'five hundred to six hundred dollars',
    '$15K–$20K': 'fifteen kay to twenty kay', '$99/mo. for': 'ninety nine dollars a month for', '$3/ea': 'three dollars each',
    '$4.25/lb. Next': 'four twenty five a pound. next', '$12/hr': 'twelve dollars an hour',
  },
  percentages: {
    '40%': 'forty percent', '7.25%': 'seven point two five percent', '10-15%': 'ten to fifteen percent', '20%-off': 'twenty percent off',
  },
  times: {
    '2:30': 'two thirty', '5:00': 'five', '9:05': 'nine oh five', '14:30': 'fourteen thirty',
    '9 AM': 'nine ay em', '10am': 'ten ay em', 'at 5 p.m., or 6': 'at five pee em, or six', 'at 5 p.m. Call': 'at five pee em. call', 'by 5 p.m. on Friday': 'by five pee em on friday',
    '4:00 p.m. CST': 'four pee em central', '8-10 a.m. Pacific': 'eight to ten ay em pacific', '8am-5pm': 'eight ay em to five pee em', '9-5, Mon-Fri': 'nine to five, monday to friday',
    '8:00-10:00 AM': 'eight to ten ay em', 'noon CT': 'noon central', '24/7': 'twenty four seven',
  },
  dates: {
    'on 4/15': 'on april fifteenth', 'on 3/4': 'on march fourth', 'Fri. 5/22': 'friday may twenty second', '11/24/2026': 'november twenty fourth twenty twenty six',
    'Friday, August 14th': 'friday august fourteenth', 'Jan. 5, 2027': 'january fifth twenty twenty seven', 'Sept 5 – Oct 3': 'september fifth to october third', '2026-11-24': 'november twenty fourth twenty twenty six',
    'Wed. or Thurs. Call': 'wednesday or thursday. call', 'in Nov. We': 'in november. we', 'call Sat, Sun or Mon': 'call saturday, sunday or monday',
    "Hi Jan. It's Al.": "hi jan. it's al.", 'May I call?': 'may i call?', 'the Sun is out': 'the sun is out',
  },
  fractions: {
    '1/2 an hour': 'half an hour', '3/4 of a mile': 'three quarters of a mile', '5 1/2 inches': 'five and a half inches', '2½ hours': 'two and a half hours', '3/8"': 'three eighths of an inch',
    '50/50': 'fifty fifty', '9/10 times': 'nine out of ten times', '1:1': 'one to one',
  },
  units: {
    '35 mph': 'thirty five miles an hour', '12 mm wide': 'twelve millimeters wide', '60 kWh': 'sixty kilowatt hours', '3T': 'three tesla', '5 mins': 'five minutes', '1 hr 30 min': 'one hour thirty minutes',
    '2 lbs. of': 'two pounds of', '72°F': 'seventy two degrees', "a 12' ladder": 'a twelve foot ladder', '2x4': 'two by four', '5x faster': 'five times faster', '3 days/wk': 'three days a week', 'a 3-yr. warranty': 'a three year warranty', "4'x8' sheets": 'four foot by eight foot sheets', '2M users': 'two million users', 'and 3M': 'and three em',
  },
  'phone numbers': {
    '702-555-0109': 'seven zero two. five five five. zero one zero nine', '(555) 555-0142.': 'five five five. five five five. zero one four two.', '555-0142': 'five five five. zero one four two',
    '+1 555 555 0142': 'plus one. five five five. five five five. zero one four two', '5555550142': 'five five five. five five five. zero one four two',
    '1-800-555-0123': 'one. eight zero zero. five five five. zero one two three', '1-800-FLOWERS': 'one eight hundred flowers',
    '617-555-0155, ext. 12': 'six one seven. five five five. zero one five five, extension one two', '918-555-0139 x207': 'nine one eight. five five five. zero one three nine extension two oh seven',
    '555-0139x4': 'five five five. zero one three nine extension four', '200 people in 2026 200 times': 'two hundred people in twenty twenty six two hundred times',
  },
  acronyms: {
    'AWS, IRS and MRI': 'ay double you ess, eye ar ess and em ar eye', 'OSHA or NASA said so': 'osha or nasa said so', 'HVAC and SaaS': 'aytch vack and sass', 'the CEOs, FAQs': 'the see ee ohs, eff ay cues',
    'do NOT stop, we have ONE opening, CALL NOW': 'do not stop, we have one opening, call now', 'U.S. and U.K. teams': 'you ess and you kay teams', 'AT&T, R&D': 'ay tee and tee, ar and dee', 'USPS, ISBN and STRONG too': 'you ess pee ess, eye ess bee en and strong too', 'I, A and B. A rep': 'i, ay and bee. a rep',
    'CALL ME BACK BY FRIDAY, NOT LATER, PLEASE': 'call me back by friday, not later, please',
  },
  codes: {
    'Q2': 'cue two', 'W-2': 'double you two', 'B2B': 'bee two bee', '5G too': 'five jee too', 'SOC 2 audit': 'ess oh see two audit', 'I-95, F-150': 'eye ninety five, eff one fifty', 'COVID-19': 'covid nineteen',
    'HB-40718': 'aytch bee, four oh seven one eight', 'Phase II': 'phase two', 'Apt. 12B': 'apartment twelve bee', '401(k) plan': 'four oh one kay plan', 'serial 00124-77': 'serial oh oh one two four seventy seven',
  },
  'spelled names': {
    'K-O-W-A-L-S-K-I': 'kay oh double you, ay ell ess, kay eye', 'F-I-S-K': 'eff eye ess kay', 'S-I-O-B-H-A-N': 'ess eye oh, bee aytch ay en', 'M A R S H': 'em ay ar, ess aytch', 'H, A, L, E': 'aytch, ay, ell, ee',
    'S as in Sam': 'ess as in sam', 'Samuel L. Jackson': 'samuel ell jackson', 'J.B. Hunt': 'jay bee hunt', 'Plan B. Call': 'plan bee. call',
  },
  'short forms': {
    'Mr. and Mrs. Lee': 'mister and missiz lee', 'Hi Dr. Patel, Ms. Price': 'hi doctor patel, miz price', 'Oak Dr. Call me': 'oak drive. call me', 'St. Paul': 'saint paul', '12 Elm St. Call': 'twelve elm street. call',
    'Nut Co. Almonds': 'nut company. almonds', 'Fire & Safety': 'fire and safety', 'approx. $50': 'approximately fifty dollars', 'e.g. this, etc. The': 'for example this, et cetera. the', 'w/o a fee': 'without a fee', 'and/or': 'and or',
    'No. I mean it': 'no. i mean it', 'Ask for Mo. Thanks': 'ask for mo. thanks', 'LinkedIn, YouTube': 'linked in, you tube',
  },
  addresses: {
    'sally@thornbury.example': 'sally at thornbury dot example', 'bob.smith+1@acme.co.uk': 'bob dot smith plus one at acme dot co dot you kay', 'greenline-turf.example/coach': 'greenline dash turf dot example slash coach',
    'https://www.acme.com/': 'double you double you double you dot acme dot com', 'acme.com.': 'acme dot com.',
  },
}

export const BRITISH: Record<string, Table> = {
  numbers: { '1,846': 'one thousand eight hundred and forty six', '110': 'one hundred and ten', '1.5 m wide': 'one and a half meters wide', '2.5 hours': 'two and a half hours', '2.5%': 'two point five percent', '1,005': 'one thousand and five' },
  money: { '£75': 'seventy five pounds', '£1': 'one pound', '£12.50': 'twelve pounds fifty', '£1.2m': 'one point two million pounds', '50p': 'fifty pee', '£2,300': 'two thousand three hundred pounds', '£0.50': 'fifty pee' },
  times: { '5:30': 'half five', '4.30pm': 'four thirty pee em', '14:30': 'fourteen thirty', '10:15': 'ten fifteen', 'at 7.30 sharp': 'at half seven sharp', 'from 10.15 to 11': 'from ten fifteen to eleven', 'at 7.25%': 'at seven point two five percent' },
  dates: {
    'on 3/4': 'on the third of april', '24/11/2026': 'the twenty fourth of november twenty twenty six', '24.11.2026': 'the twenty fourth of november twenty twenty six', '1 March': 'the first of march',
    'the 9th of September': 'the ninth of september', 'w/c 5/1': 'week commencing the fifth of january', 'on 5th Nov. We': 'on the fifth of november. we',
  },
  'phone numbers': {
    '0116 496 0123': 'oh one one six. four nine six. oh one two three', '07700 900 341': 'oh seven seven oh oh. nine oh oh. three four one', '07700900341': 'oh seven seven oh oh. nine oh oh. three four one',
    '+44 (0)20 7946 0123': 'plus four four. two oh. seven nine four six. oh one two three', '(0161) 496 0999': 'oh one six one. four nine six. oh nine nine nine', '020 7946 0123': 'oh two oh. seven nine four six. oh one two three',
  },
  codes: { 'KX71 TBO': 'kay ex seven one, tee bee oh', 'SW1A 2AA': 'ess double you one ay, two ay ay', 'the A38, M6': 'the ay thirty eight, em six' },
  letters: { 'Z-A-R-A': 'zed ay ar ay', 'the MOT': 'the em oh tee' },
  'short forms': { 'Acme Ltd, Dr Smith, 12 High St, St Albans': 'acme limited, doctor smith, twelve high street, saint albans' },
}
