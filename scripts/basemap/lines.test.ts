import { unwrapLine, unwrapPolygons } from './antimeridian';
import { joinLines, LineIndex } from './lines';

describe('lines that run along others', () => {
  const index = new LineIndex();
  index.add([
    [
      [0, 0],
      [10, 0],
    ],
  ]);

  it('drops the part that coincides, and keeps the rest', () => {
    expect(
      index.apart(
        [
          [
            [2, 0.01],
            [4, 0.01],
            [4, 1],
            [6, 1],
          ],
        ],
        0.03,
      ),
    ).toEqual([
      [
        [4, 0.01],
        [4, 1],
        [6, 1],
      ],
    ]);
  });

  it('keeps a line that only crosses', () => {
    expect(
      index.apart(
        [
          [
            [5, -1],
            [5, 1],
          ],
        ],
        0.03,
      ),
    ).toEqual([
      [
        [5, -1],
        [5, 1],
      ],
    ]);
  });
});

describe('joining', () => {
  it('joins pieces whichever way they run', () => {
    expect(
      joinLines([
        [
          [0, 0],
          [1, 0],
        ],
        [
          [2, 0],
          [1, 0],
        ],
        [
          [3, 0],
          [2, 0],
        ],
      ]),
    ).toHaveLength(1);
  });

  it('loses none where three meet', () => {
    const lines = joinLines([
      [
        [0, 0],
        [1, 0],
      ],
      [
        [1, 0],
        [2, 0],
      ],
      [
        [1, 0],
        [1, 1],
      ],
    ]);
    expect(lines.flat()).toEqual(
      expect.arrayContaining([
        [0, 0],
        [2, 0],
        [1, 1],
      ]),
    );
  });
});

describe('the antimeridian', () => {
  it('lets a line run on past 180°', () => {
    expect(
      unwrapLine([
        [179, 65],
        [-179, 66],
        [-178, 66],
      ]),
    ).toEqual([
      [179, 65],
      [181, 66],
      [182, 66],
    ]);
  });

  it('closes a ring around the pole along the south end', () => {
    const ring = [
      [-180, -80],
      [-60, -75],
      [60, -70],
      [180, -80],
    ];
    const [polygon] = unwrapPolygons({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } });
    expect(polygon?.geometry).toMatchObject({ coordinates: [[...ring, [180, -90], [-180, -90], [-180, -80]]] });
  });
});
