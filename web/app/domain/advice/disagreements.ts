/** Where the articles contradict each other: each side as it is meant, and what Ringback does. A digit names an article, as in ids of advice. */
export interface Side { articles: readonly string[]; says: string }
export interface Disagreement { id: string; question: string; sides: readonly Side[]; here: string }

export const DISAGREEMENTS: readonly Disagreement[] = [
  {
    id: '6a', question: 'How long may it be?',
    sides: [
      { articles: ['0'], says: '8 to 14 seconds, 20 at most.' }, { articles: ['2'], says: '20 seconds at most.' }, { articles: ['3'], says: 'About 30 seconds.' },
      { articles: ['1'], says: 'Anything up to a minute.' }, { articles: ['4'], says: 'His own took 24 seconds.' },
    ],
    here: 'Each template has its own length: 14, 20, 30 or 60 seconds. 20 is the usual.',
  },
  {
    id: '6b', question: 'Your name first, or late?',
    sides: [{ articles: ['0', '1', '2'], says: 'First, and again at the end.' }, { articles: ['3'], says: 'Late: name and firm first give the sales call away.' }],
    here: 'There is a template of each kind, made to be compared.',
  },
  {
    id: '6c', question: 'Say why you call, or not?',
    sides: [{ articles: ['0', '1', '3'], says: 'Give the reason; without one nobody rings.' }, { articles: ['2'], says: 'Leave it open; curiosity makes them ring.' }],
    here: 'Two families, Reason and Curiosity. Your results tell which one gets called back.',
  },
  {
    id: '6d', question: 'Name a time for the callback?',
    sides: [{ articles: ['0'], says: 'Yes, if you are hard to reach.' }, { articles: ['1', '3'], says: 'No: a fixed time is an excuse.' }],
    here: 'No time is said, unless you marked yourself as hard to reach.',
  },
  {
    id: '6e', question: 'An e-mail address or a website?',
    sides: [
      { articles: ['0'], says: 'Neither: they would decide without you.' }, { articles: ['1'], says: 'A mail address is one more way to reach you.' },
      { articles: ['3'], says: 'Write an e-mail afterwards.' },
    ],
    here: 'None is spoken to strangers; a draft of an e-mail is ready after the call.',
  },
  {
    id: '6f', question: 'How much hurry?',
    sides: [{ articles: ['1'], says: 'No demands at all.' }, { articles: ['3'], says: 'A little: later today, before the weekend.' }, { articles: ['4'], says: 'By the end of the day, in a last try.' }],
    here: 'A little hurry passes. A deadline passes in a last try only.',
  },
  {
    id: '6g', question: 'Break off in the middle?',
    sides: [{ articles: ['1'], says: 'Shady, though it is said to work.' }, { articles: ['4'], says: 'A reader does it and had three of eight ring back.' }],
    here: 'Off. The lead alone can allow it, and messages like that are counted apart.',
  },
  {
    id: '6h', question: 'May they guess wrong?',
    sides: [{ articles: ['2'], says: 'If they wonder whether a customer complains, they ring.' }, { articles: ['1', '3'], says: 'Interest, yes; pretending, no.' }],
    here: 'Curiosity is welcome. A false pretence is reported as an error.',
  },
  {
    id: '6i', question: 'Humour?',
    sides: [{ articles: ['4'], says: 'It is what made them ring.' }, { articles: ['0'], says: 'Friendly and polite is safe.' }, { articles: ['3'], says: 'Neither stiff nor clever: mean it.' }],
    here: 'Templates with humour say so, and you choose them on purpose.',
  },
  {
    id: '6j', question: 'Read it, or say it?',
    sides: [{ articles: ['0', '4'], says: 'Write it out and say it as it stands.' }, { articles: ['3'], says: 'Practise until you need no paper; bullets will do.' }],
    here: 'Full words first; bullets when you know them.',
  },
  {
    id: '6k', question: 'Where does the number stand?',
    sides: [{ articles: ['1', '2'], says: 'Right after your name, and again at the end.' }, { articles: ['3'], says: 'Near the end, twice in a row.' }],
    here: 'Early and at the end is the usual; a late version is there to be compared.',
  },
  {
    id: '6l', question: 'Leave a message at all?',
    sides: [{ articles: ['2', '3'], says: 'Yes, if it has a purpose.' }, { articles: ['4'], says: 'He did not, until he had heard how his own sounded.' }],
    here: 'Hanging up is logged as well, so that both can be counted.',
  },
  {
    id: '6m', question: 'How can 14 seconds hold the number twice?',
    sides: [{ articles: ['0'], says: 'It asks for both, the short length and the second number.' }],
    here: 'Two numbers of ten digits take more than nine seconds. In the shortest length the second one is a hint with its cost; in all others it is expected.',
  },
]
