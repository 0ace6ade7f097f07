import { useEffect, useState } from 'react';

/** Every face that a figure sets text in: measured with another one, nothing would fit. */
const FACES = ['400 12px "Noto Sans"', '600 12px "Noto Sans"', '400 12px "Figure Arabic"', '600 12px "Figure Arabic"'];
/** Letters of the subsets that are asked for: a face is fetched by the letters it is wanted for. */
const LETTERS = 'Aāع';

/** Whether the figure's fonts are there; true too where they cannot be had, for the text is then set in another one all the same. */
export function useFonts(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let here = true;
    void Promise.allSettled(FACES.map((face) => document.fonts.load(face, LETTERS)))
      .then(() => document.fonts.ready)
      .then(() => {
        if (here) setReady(true);
      });
    return () => {
      here = false;
    };
  }, []);
  return ready;
}
