import { useEffect, useState } from 'react';

/** Every face that a figure sets text in: measured with another one, nothing would fit. */
const FACES = ['400 12px "Noto Sans"', '600 12px "Noto Sans"', '400 12px "Figure Arabic"', '600 12px "Figure Arabic"'];
/** Letters of the subsets that are asked for: a face is fetched by the letters it is wanted for. */
const LETTERS = 'Aāع';

/** How it stands with the figure's fonts. Where one is missing the text is set in another one all the same, and is no figure to keep. */
export type FontState = 'loading' | 'there' | 'missing';

export function useFonts(): FontState {
  const [state, setState] = useState<FontState>('loading');
  useEffect(() => {
    let here = true;
    void Promise.allSettled(FACES.map((face) => document.fonts.load(face, LETTERS))).then(async (loads) => {
      await document.fonts.ready;
      if (here) setState(loads.some(({ status }) => status === 'rejected') ? 'missing' : 'there');
    });
    return () => {
      here = false;
    };
  }, []);
  return state;
}
