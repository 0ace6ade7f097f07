import { locale as localeParam } from 'next/root-params';
import { isLocale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';

export default async function NotFound() {
  const param = (await localeParam()) ?? '';
  const locale = isLocale(param) ? param : 'en';
  const { notFound, product } = messages[locale].desk;
  return (
    <main className="page">
      <p className="page-product">{product}</p>
      <h1>{notFound.title}</h1>
      <p>
        <a href={`/${locale}`}>{notFound.back}</a>
      </p>
    </main>
  );
}
