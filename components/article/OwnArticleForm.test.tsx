/** @jest-environment jsdom */
import { File } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { Locale } from '@/components/ui/locale';
import { EMPTY_DRAFT, MAX_LENGTH, type Draft } from './draft';
import { OwnArticleForm } from './OwnArticleForm';
import { ProblemError } from './requestMap';

// jsdom has neither a decoder, nor files that can be read or sent, nor a network.
class NodeFormData {
  append(): void {}
}
const noNetwork = () => Promise.reject(new TypeError('there is no network'));
Object.assign(globalThis, { TextDecoder, fetch: noNetwork, FormData: NodeFormData });

function Box({ start, onRead, locale = 'en' }: { start: Partial<Draft>; onRead: (draft: Draft) => Promise<void>; locale?: Locale }) {
  const [draft, setDraft] = useState({ ...EMPTY_DRAFT, ...start });
  return <OwnArticleForm locale={locale} draft={draft} kept onChange={setDraft} onRead={onRead} onClose={() => undefined} />;
}

const textBox = () => screen.getByRole('textbox', { name: 'Text' });
const refusal = (status: number, fields: string[], detail = '') => new ProblemError({ title: 'No', status, detail, fields, got: [] });
const read = () => userEvent.click(screen.getByRole('button', { name: 'Show its map' }));

afterEach(() => jest.restoreAllMocks());

describe('OwnArticleForm', () => {
  it.each([
    ['nothing', '', 'There is no text yet. Paste an article, or drop a text file.'],
    ['white space only', ' \n\t', 'There is no text yet. Paste an article, or drop a text file.'],
    ['too much', 'x'.repeat(MAX_LENGTH + 5), 'The text has 1,000,005 characters; 1,000,000 are the limit. Leave out 5.'],
  ])('says what is wrong with %s, sends nothing and keeps what was typed', async (_, text, message) => {
    const onRead = jest.fn();
    render(<Box start={{ text }} onRead={onRead} />);
    await read();
    expect(screen.getByText(message)).toBeInTheDocument();
    expect(onRead).not.toHaveBeenCalled();
    expect(textBox()).toHaveValue(text);
    expect(textBox()).toBeInvalid();
    expect(textBox()).toHaveFocus();
  });

  it.each([
    ['another language', refusal(400, ['language']), /does not seem to be Arabic or English/],
    ['something else', refusal(400, ['text'], 'text: wanted <b>letters</b>'), /^text: wanted <b>letters<\/b>$/],
    ['a fault of the server', refusal(500, []), /the server had a fault/],
    ['no answer', new TypeError('Failed to fetch'), /cannot be reached/],
  ])('says why it was refused (%s) and keeps what was typed', async (_, error, message) => {
    render(<Box start={{ text: 'Guten Tag', title: 'T', date: '2024-08-06' }} onRead={() => Promise.reject(error)} />);
    await read();
    expect(await screen.findByText(message)).toBeInTheDocument();
    expect(textBox()).toHaveValue('Guten Tag');
    expect(screen.getByRole('textbox', { name: /Title/ })).toHaveValue('T');
    expect(screen.getByLabelText(/Date/)).toHaveValue('2024-08-06');
  });

  it('speaks Arabic', async () => {
    render(<Box start={{}} onRead={jest.fn()} locale="ar" />);
    await userEvent.click(screen.getByRole('button', { name: 'أظهر خريطته' }));
    expect(screen.getByText('لا يوجد نص بعد. الصق مقالًا أو أفلِت ملفًا نصيًا.')).toBeInTheDocument();
  });

  it('passes on what was typed', async () => {
    const onRead = jest.fn().mockResolvedValue(undefined);
    render(<Box start={{}} onRead={onRead} />);
    await userEvent.type(textBox(), 'في العراق');
    await read();
    expect(onRead).toHaveBeenCalledWith({ text: 'في العراق', title: '', date: '' });
  });

  const drop = (...files: File[]) => {
    const form = textBox().closest('form');
    if (form !== null) fireEvent.drop(form, { dataTransfer: { files, types: ['Files'] } });
  };

  it('reads a dropped text file, and gives back what stood there before', async () => {
    render(<Box start={{ text: 'before' }} onRead={jest.fn()} />);
    drop(new File(['\ufeffفي العراق\r\n'], 'a.txt', { type: 'text/plain' }));
    await waitFor(() => expect(textBox()).toHaveValue('في العراق\n'));
    await userEvent.click(screen.getByRole('button', { name: 'Bring back what was there' }));
    expect(textBox()).toHaveValue('before');
  });

  const answer = (status: number, body: object) => {
    const response = { ok: status === 200, status, statusText: '', json: () => Promise.resolve(body) };
    return jest.spyOn(globalThis, 'fetch').mockResolvedValue(response as Response);
  };
  const from = { url: 'https://wire.example/1', source: 'Wire' };
  const article = { text: 'Two rockets', title: 'Port hit', publishedAt: '2024-08-06T10:00:00Z', language: 'en', ...from };

  it('has the server read what the browser cannot, and passes on where it comes from', async () => {
    const onRead = jest.fn().mockResolvedValue(undefined);
    const fetched = answer(200, { article, byline: null });
    render(<Box start={{ text: 'before' }} onRead={onRead} />);
    drop(new File(['%PDF'], 'a.pdf', { type: 'application/pdf' }));
    await waitFor(() => expect(textBox()).toHaveValue('Two rockets'));
    expect(fetched).toHaveBeenCalledWith('/api/read', expect.objectContaining({ method: 'POST' }));
    await read();
    expect(onRead).toHaveBeenCalledWith({ text: 'Two rockets', title: 'Port hit', date: '2024-08-06', ...from });
  });

  it('fetches a page only when told to, and says first whom the server will call', async () => {
    const fetched = answer(200, { article, byline: null });
    render(<Box start={{}} onRead={jest.fn()} />);
    const button = screen.getByRole('button', { name: 'Fetch the page' });
    await userEvent.click(button);
    await userEvent.type(screen.getByRole('textbox', { name: /Address/ }), 'https://wire.example/1?x=y');
    expect(screen.getByText(/makes the server call .?wire\.example/)).toBeInTheDocument();
    expect(fetched).not.toHaveBeenCalled();
    await userEvent.click(button);
    await waitFor(() => expect(textBox()).toHaveValue('Two rockets'));
    expect(fetched.mock.calls[0]?.[1]?.body).toBe('{"url":"https://wire.example/1?x=y"}');
  });

  it.each([
    [422, 'address-refused', /lies in a private network/],
    [422, 'no-text', /no article in “.?a\.html/],
    [413, '', /too large/],
    [503, '', /had a fault/],
  ])('says why the server found nothing (%i %s) and keeps what was typed', async (status, got, message) => {
    answer(status, { title: 'No', errors: [{ field: 'source', got, wanted: '' }] });
    render(<Box start={{ text: 'before' }} onRead={jest.fn()} />);
    drop(new File(['x'], 'a.html', { type: 'text/html' }));
    expect(await screen.findByText(message)).toBeInTheDocument();
    expect(textBox()).toHaveValue('before');
  });

  it('sends nothing of a file that is not read', async () => {
    const fetched = answer(200, { article, byline: null });
    render(<Box start={{ text: 'before' }} onRead={jest.fn()} />);
    drop(new File(['x'], 'photo.jpg', { type: 'image/jpeg' }));
    expect(await screen.findByText(/photo\.jpg.*of a kind that is not read/)).toBeInTheDocument();
    expect(fetched).not.toHaveBeenCalled();
  });

  it('takes one file at a time', async () => {
    render(<Box start={{ text: 'before' }} onRead={jest.fn()} />);
    drop(new File(['a'], 'a.txt'), new File(['b'], 'b.txt'));
    expect(await screen.findByText(/One file at a time/)).toBeInTheDocument();
    expect(textBox()).toHaveValue('before');
  });
});
