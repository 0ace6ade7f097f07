'use client';
import dynamic from 'next/dynamic';

/** Both measure what they lay out, and set sizes that the page's policy lets no markup from the server set: they begin in the browser. */
export const FigurePage = dynamic(() => import('./FigurePage').then((module) => module.FigurePage), { ssr: false });
export const Composer = dynamic(() => import('./Composer').then((module) => module.Composer), { ssr: false });
