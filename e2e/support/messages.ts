import arDesk from '../../data/messages/ar/desk.json';
import arIncidents from '../../data/messages/ar/incidents.json';
import arMap from '../../data/messages/ar/map.json';
import enDesk from '../../data/messages/en/desk.json';
import enIncidents from '../../data/messages/en/incidents.json';
import enMap from '../../data/messages/en/map.json';

/** What the interface says, by language: the tests find things by it, as a person does. */
export const messages = {
  ar: { ...arDesk, onMap: arMap, ofIncidents: arIncidents },
  en: { ...enDesk, onMap: enMap, ofIncidents: enIncidents },
};
