'use client';
import { useParams } from 'next/navigation';
import { isLocale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';

export default function PageFailed({ retry }: { error: unknown; retry: () => void }) {
  const { locale } = useParams<{ locale: string }>();
  const { failed, product } = messages[isLocale(locale) ? locale : 'en'].desk;
  return (
    <main className="page">
      <p className="page-product">{product}</p>
      <h1>{failed.title}</h1>
      <p>{failed.help}</p>
      <p>
        <button type="button" className="button button-main" onClick={retry}>
          {failed.again}
        </button>
      </p>
    </main>
  );
}
