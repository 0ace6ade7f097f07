/**
 * An article that the engine misreads in four ways, for a reviewer to put right. Written for the tests; its events are
 * made up. "San José" is the capital of Guaviare in Colombia, not that of Costa Rica; Quebradita, a hamlet that no
 * gazetteer has, is missed; Santa Fe is a football team; and of thirteen dead in the first report two are true.
 */
export const PLANTED_FAULTS = {
  title: 'Police post attacked',
  date: '2026-03-10',
  text: [
    'Gunmen attacked a police post in San José on Saturday evening, officials said on Sunday.',
    'Thirteen officers were killed, the mayor told a radio station at first. There had never been more than five at the post, and three of them are alive.',
    'The attackers came down the river and left a burned boat by Quebradita, thirty houses on the left bank.',
    '"They shot at everything," said a woman who sells bread opposite the post. Her son had gone to the match against Santa Fe.',
    'A second shooting was reported in San José on Monday. The army flew soldiers in from Villavicencio, and the governor of Guaviare asked Bogotá for more.',
  ].join('\n\n'),
} as const;

/** What the machine makes of it, and what is right. */
export const WRONG = { sanJose: 'geonames:3621849', santaFe: 'geonames:5490263', killed: 13 } as const;
export const RIGHT = { sanJose: 'geonames:3828545', sanJoseName: 'San José del Guaviare', quebradita: [-72.6, 2.55], killed: 2 } as const;
