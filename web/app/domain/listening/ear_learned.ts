/** What the ear has learned: its numbers, as bytes in base64, layer after layer (weights, then what is added), and how much one step of each is.
 *  Fitted to some two thousand readings by synthetic voices, fast and slow, with pauses of known length, in noise of streets, cars, rooms, machines, people and music at 3 to 34 dB. */
export const STEPS = [0.007445, 0.017058, 0.0080398, 0.010068, 0.016094, 0.010089, 0.014498, 0.017378, 0.0074317, 0.0014965]
export const BYTES =
  'qsXs8CIi+srd+AYO7bSct5CMoK6Qm9Du7fLs9u8aAfft3fvx+Pz7CPcADea48w8EHPoJ+uPG2sXGy+EsXW9GJuqB8gD27g8L+/HsHPThBRj1AfvvNG9nEG9K' +
  'DCT31py60dfW9zsnNQLt/crTDnDy+A7rAhIg9/sIJw7uCOvn/PQQC+TsEfu/HlRTPBnz38jiytwXGP7m3Pw2JiPI9C4FAgYKEBwZ/hEW0+ET/hAK9uz3AwsT' +
  '7w0SUDsbPCkG+OX99hQK4cO5WBwQLDX+A9Dz/A02HQkh7AMFCCoB9/QN/+/q+Q8M/e3s+vL9AOkJ9goC9QgMAA8SA/cJAhH3ARIPCgAA8QsNEPP7+dkULCwl' +
  'E/7vFBAE9ALOw9HXDAviqMIC+w0M/f0FCOHx8Pbf+P/4EfHfAtecHDocPA/eBfsF9Qjt9xUGHy0r9v/YZelKMdDU5PT3GhT2AAb4++8D6hr6DA0G9+R/+Rnd' +
  'IA4W8wr+29b35K/ct/3l5OLUBAPgBAIHH+sM6PYOBvT76vHV+LoE+Pr9GRvy0eP5BhDn89sFHJrSx+Hd+gwDDPb5BAf37AQQSwcAqvHZDwoE8u/48wLt6wXw' +
  '+vP3+vroBwHwBAPl+fvx8QsN8/nr8Pr98uvyAvj6xtQbIDAjHgHe5DAl+ObAMyws15lCNgrPje/7AQ387Of+DhLfDRoBGsH/MQUgBPPM1eDW/MPx4e/4v7bq' +
  'Ff3s8fkI9Ar5AAwmQgbqCwnS2uXY8Bn1vxr/DQnYCPsL68w6MR4I8OHX3gRMAgoLFQcHDg0M6cvz9f4Uthwu/Ro9MxM77iwExErUcr2nDsoe9sM9lw79C/8B' +
  'uJkZHlkGJJQWgeDk1QIUHBpmVw3ODBYhJs37OxX2ueQaJST2DgwDDvvx6gwd6gxKKeh/e+/zYgOa9erw7QYBBwkOCAP+Bwn5Cg8dHgD36+P8/foRGxn7BRX5' +
  '0AUGDBAUBvMSHA7n6gYRAgMDAAf5+wkR/+gPCBMWAtHr7tL/LB8AICbu2fHr8xcMDw/65gHu8ef4+QcFCgEKN0JDHAEKAvEDEwUD/QcC8g/jDh0KEAwE+B4Q' +
  'Bf8N/gkGFhP/CQb5/ee3gZKzBPz9Chz19Nn5AjY8+Bb28cy7r+wg+s/fDRMK///9APMNCP79ES0UAxDr0+0U9BUVFgHyDd4CBgMHGwj+29r2BhYF/QYCCgL9' +
  'AwUCFhwpKxjy7BwTDRERAv74+er+HzL+CfwNBekB+PX14ezvDfb+Agb6+hknLCATGAD08ej/GQgL9vX15QDuDQsVDRvyCQX27f4CCAENAQQA9AENFPUwGwQE' +
  'D9bu/OkAEBcEBxL6AgMUDxkK3ePZfy7svPIEFQTo9gMCygYA8PX9vegA0rjV/g0SYDgWBfAKNAn/8/wF6/8FLvv7EA755v8PI/UOBuf97efw2bfjFwQDIAoo' +
  'Cvn+QQYFBMsQEQwG+zH48hUR/AocCxIh+AHsDeDB/urz7s8MCxQPGfcAA/ErAPPqQ8/y9/8l9e37+/0DBPL2+PoF8Pn59P78+fv0/PQB9vj6Avny9fT79QQF' +
  '+vMCA/kE5+zx+vj39fr4AgP28fb3/OLu+PcR7/wCAfT48/f88+r79wbx6QH5/Pq9F+DuDeq5Ag4NQPqN5QgLDAoH9vYA6Q/89Lv5CRTYwsH47wkY6fQBChL6' +
  'CAkRI+4HCxjl6vcUF++BvQYGKRkG9gQOCw/4FUju9PUXLukA+gX0+AH8+vL18vzw8wUF+fD39APxAff69gL1+foBAfUEAAL/8wby8U8hDfzzfxb/saP9MK4G' +
  'gWU9RC3r+oUt6YE='
