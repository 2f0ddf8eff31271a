/** The parts that say what is known of a prospect before a call. Heavy together, so they come after the page that shows them. */
import './closed_part.ts'
import './know_part.ts'
import './when_part.ts'
