import { pressSpelling } from './latin';

it.each([
  ['Khāliş', 'Khalis'],
  ['Ţūz Khurmātū', 'Tuz Khurmatu'],
  ['Al Aḩmadī', 'Al Ahmadi'],
  ['Al ‘Azīzīyah', 'Al Aziziyah'],
  ['Kyiv', 'Kyiv'],
])('writes %s as newspapers do: %s', (name, press) => {
  expect(pressSpelling(name)).toBe(press);
});
