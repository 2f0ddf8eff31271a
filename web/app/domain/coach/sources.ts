/** Which pieces of advice each rule enforces, by its key: see ../advice/advice.ts. */
export const SOURCES: Readonly<Record<string, readonly string[]>> = {
  unfilled_field: ['0.2'], cut_off: ['1.16', '4.12', '6g'], impersonation: ['1.17', '3.34', '6h'], unverified_connection: ['3.9'],
  humour_sensitive: ['4.11', '6i'], number_missing: ['0.4', '0.8', '3.7'], number_mismatch: ['3.15'], number_not_shown: ['3.15'], name_missing: ['0.8', '1.2', '2.10'],
  no_reason: ['0.1', '0.4', '0.13', '3.3', '3.4'], introduction_only: ['2.7'], no_ask: ['1.6', '3.10'], pitch: ['0.12', '2.3', '3.11', '4.4'],
  demand: ['1.8', '6f'], guilt: ['1.8', '4.9'], deadline: ['3.31', '6f'], over_explained: ['0.14', '1.13'], vague_promise: ['3.27'],
  web_or_email: ['0.14', '6e'], two_asks: ['1.6'], will_call_back: ['3.13'], too_long: ['0.11', '1.7', '2.9', '3.22', '4.2'],
  narrow_window: ['1.10', '3.30', '6d'], first_name_missing: ['3.32'], number_once: ['0.8', '1.11', '2.10', '3.14', '6m'], name_once: ['0.8', '2.10'],
  jargon_or_long_sentence: ['1.13'], first_name_overused: ['3.33'], last_resort_early: ['4.8'], reason_repeated: ['3.27', '4.8'], dials_today: ['1.14'],
  number_late: ['1.3', '2.10', '6k'], no_thanks_or_signoff: ['1.8', '3.21', '4.9'], filler: ['3.5'], importance: ['2.3'], opens_with_self: ['0.13'],
  company_missing: ['1.13'], name_unspelled: ['0.9'], number_ungrouped: ['1.4'], best_time_missing: ['0.5', '6d'], promise_missing: ['3.12'],
  call_time_missing: ['0.4'], curiosity_tells: ['2.8'], last_resort_parts: ['4.9'], humour_unsure: ['4.11'], section_order: ['3.21'],
  better_written: ['1.15'], not_rehearsed: ['0.3', '3.18'], purpose_missing: ['3.3', '0.1'], reason_wordy: ['0.1'], value_wordy: ['3.17'],
  template_unanswered: ['3.24'],
}
