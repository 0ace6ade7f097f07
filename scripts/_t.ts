import { sharedEngine } from '../lib/api/geoparse-request';
import { lookupName } from '../lib/gazetteer/lookup';
const { knowledge: {gazetteer} } = sharedEngine();
for (const n of process.argv.slice(2)) { const i = lookupName(gazetteer,n); console.log(n,i, i<0?'':Array.from({length:gazetteer.postingStart[i+1]!-gazetteer.postingStart[i]!},(_,k)=>gazetteer.place(gazetteer.postingPlace[gazetteer.postingStart[i]!+k]!)).map(p=>p.id+p.names.en+p.countryCode).join(' | ')); }
